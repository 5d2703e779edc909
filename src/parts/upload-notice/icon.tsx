'use client'
import { forwardRef } from 'react'
import type { NoticeKind } from '../../uploads/notice.js'
import type { IconName } from '../icon-paths.js'
import type { IconProps } from '../icon.js'
import { Icon } from '../icon.js'
import { useNotice } from './notice-context.js'

/** Props of `UploadNoticeIcon`. */
export type UploadNoticeIconProps = Omit<IconProps, 'name'>

/** A mark for what happened. Renders an `<svg>`. */
export const UploadNoticeIcon = forwardRef<SVGSVGElement, UploadNoticeIconProps>(
  function UploadNoticeIcon(props, ref) {
    const { kind } = useNotice('Icon').notice
    return <Icon {...props} ref={ref} name={icons[kind]} />
  },
)

const icons: Readonly<Record<NoticeKind, IconName>> = {
  'signed-out': 'lock',
  offline: 'offline',
  busy: 'clock',
  'back-online': 'retry',
  'other-owner': 'person',
  'no-room': 'disk',
  'not-kept': 'disk',
}
