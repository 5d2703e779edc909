import { forwardRef } from 'react'
import type { PartProps } from '../render-part.js'
import { renderPart } from '../render-part.js'

/** Props of `FileListMeta`. */
export type FileListMetaProps = PartProps<'div'>

/** The line below the name; puts a dot between what is in it. Renders a `<div>`. */
export const FileListMeta = forwardRef<HTMLDivElement, FileListMetaProps>(function FileListMeta(props, ref) {
  return renderPart('div', props, { name: 'meta', ref })
})
