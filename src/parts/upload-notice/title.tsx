'use client'
import { forwardRef } from 'react'
import { useMessages } from '../../hooks/files-provider.js'
import type { PartProps } from '../render-part.js'
import { renderPart } from '../render-part.js'
import { useNotice } from './notice-context.js'

/** Props of `UploadNoticeTitle`. */
export type UploadNoticeTitleProps = PartProps<'p'>

/** What happened: "Your session has ended". Renders a `<p>`. */
export const UploadNoticeTitle = forwardRef<HTMLParagraphElement, UploadNoticeTitleProps>(
  function UploadNoticeTitle(props, ref) {
    const { kind } = useNotice('Title').notice
    const { title } = useMessages().notices[kind]
    return renderPart('p', props, { name: 'heading', ref, defaults: { children: <bdi>{title}</bdi> } })
  },
)
