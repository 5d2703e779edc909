import { forwardRef } from 'react'
import type { PartProps } from '../render-part.js'
import { renderPart } from '../render-part.js'

/** Props of `UploadNoticeText`. */
export type UploadNoticeTextProps = PartProps<'div'>

/** The words of a notice; takes the room that the buttons leave. Renders a `<div>`. */
export const UploadNoticeText = forwardRef<HTMLDivElement, UploadNoticeTextProps>(
  function UploadNoticeText(props, ref) {
    return renderPart('div', props, { name: 'grow', ref })
  },
)
