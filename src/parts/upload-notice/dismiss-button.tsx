'use client'
import { forwardRef } from 'react'
import { useFileClient, useMessages } from '../../hooks/files-provider.js'
import type { NoticeKind } from '../../uploads/notice.js'
import { uploadNotice } from '../../uploads/upload-notice.js'
import { Icon } from '../icon.js'
import type { PartProps } from '../render-part.js'
import { renderPart } from '../render-part.js'
import { useNotice } from './notice-context.js'

/** Props of `UploadNoticeDismissButton`. */
export type UploadNoticeDismissButtonProps = PartProps<'button'>

/** Closes a notice that only informs. Renders a `<button>`, or nothing where there is still something to be done. */
export const UploadNoticeDismissButton = forwardRef<HTMLButtonElement, UploadNoticeDismissButtonProps>(
  function UploadNoticeDismissButton(props, ref) {
    const { notice, scope } = useNotice('DismissButton')
    const client = useFileClient()
    const { dismiss } = useMessages()
    if (!informs.has(notice.kind)) return null
    return renderPart('button', props, {
      name: props.children === undefined ? 'icon-button' : 'button',
      ref,
      defaults: {
        type: 'button',
        ...(props.children === undefined && { title: dismiss, 'aria-label': dismiss }),
        onClick: () => uploadNotice(client, scope).dismiss(),
        children: <Icon name="x" />,
      },
    })
  },
)

const informs: ReadonlySet<NoticeKind> = new Set(['back-online', 'no-room', 'not-kept'])
