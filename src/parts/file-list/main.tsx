import { forwardRef } from 'react'
import type { PartProps } from '../render-part.js'
import { renderPart } from '../render-part.js'

/** Props of `FileListMain`. */
export type FileListMainProps = PartProps<'div'>

/** The words of a row: its title above what is said of it, or beside it where rows have one line. Renders a `<div>`. */
export const FileListMain = forwardRef<HTMLDivElement, FileListMainProps>(function FileListMain(props, ref) {
  return renderPart('div', props, { name: 'main', ref })
})
