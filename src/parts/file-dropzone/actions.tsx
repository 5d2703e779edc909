import { forwardRef } from 'react'
import type { PartProps } from '../render-part.js'
import { renderPart } from '../render-part.js'

/** Props of `FileDropzoneActions`. */
export type FileDropzoneActionsProps = PartProps<'div'>

/** Holds the buttons where there may be more than one. Renders a `<div>`. */
export const FileDropzoneActions = forwardRef<HTMLDivElement, FileDropzoneActionsProps>(
  function FileDropzoneActions(props, ref) {
    return renderPart('div', props, { name: 'dropzone-actions', ref })
  },
)
