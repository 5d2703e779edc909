import { forwardRef } from 'react'
import type { PartProps } from '../render-part.js'
import { renderPart } from '../render-part.js'

/** Props of `FileListChoices`. */
export type FileListChoicesProps = PartProps<'span'>

/** Holds the worded actions of a row, the safer one first: where it gets narrow they share a line. Renders a `<span>`. */
export const FileListChoices = forwardRef<HTMLSpanElement, FileListChoicesProps>(
  function FileListChoices(props, ref) {
    return renderPart('span', props, { name: 'choices', ref })
  },
)
