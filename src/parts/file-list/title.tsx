import { forwardRef } from 'react'
import type { PartProps } from '../render-part.js'
import { renderPart } from '../render-part.js'

/** Props of `FileListTitle`. */
export type FileListTitleProps = PartProps<'div'>

/** The first line of a row: the name and its badges. Renders a `<div>`. */
export const FileListTitle = forwardRef<HTMLDivElement, FileListTitleProps>(
  function FileListTitle(props, ref) {
    return renderPart('div', props, { name: 'title', ref })
  },
)
