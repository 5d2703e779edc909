import { forwardRef } from 'react'
import type { PartProps } from '../render-part.js'
import { renderPart } from '../render-part.js'

/** Props of `FileDropzoneText`. */
export type FileDropzoneTextProps = PartProps<'div'>

/** Holds title and rules. Renders a `<div>`. */
export const FileDropzoneText = forwardRef<HTMLDivElement, FileDropzoneTextProps>(
  function FileDropzoneText(props, ref) {
    return renderPart('div', props, { name: 'dropzone-text', ref })
  },
)
