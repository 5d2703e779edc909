import { forwardRef } from 'react'
import type { PartProps } from '../render-part.js'
import { renderPart } from '../render-part.js'

/** Props of `UploadSummaryText`. */
export type UploadSummaryTextProps = PartProps<'div'>

/** The words of a summary; takes the room that the buttons leave. Renders a `<div>`. */
export const UploadSummaryText = forwardRef<HTMLDivElement, UploadSummaryTextProps>(
  function UploadSummaryText(props, ref) {
    return renderPart('div', props, { name: 'grow', ref })
  },
)
