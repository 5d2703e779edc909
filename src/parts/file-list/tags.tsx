'use client'
import { forwardRef } from 'react'
import type { PartProps } from '../render-part.js'
import { renderPart } from '../render-part.js'
import { useRow } from './row-context.js'

/** Props of `FileListTags`. */
export type FileListTagsProps = PartProps<'span'>

/** The tags of a file. Renders a `<span>`, or nothing where there are none. */
export const FileListTags = forwardRef<HTMLSpanElement, FileListTagsProps>(function FileListTags(props, ref) {
  const tags = useRow('Tags').file?._tags ?? []
  if (tags.length === 0) return null
  return renderPart('span', props, {
    name: 'tags',
    ref,
    defaults: {
      children: [...new Set(tags)].map((tag) => (
        <span key={tag} className="ef-tag">
          <bdi>{tag}</bdi>
        </span>
      )),
    },
  })
})
