'use client'
import { forwardRef, useSyncExternalStore } from 'react'
import type { PartProps } from '../render-part.js'
import { renderPart } from '../render-part.js'
import { useRow } from './row-context.js'

/** Props of `FileListTags`. */
export type FileListTagsProps = PartProps<'span'>

/** The tags of a file, or those that it will be saved with. Renders a `<span>`, or nothing where there are none. */
export const FileListTags = forwardRef<HTMLSpanElement, FileListTagsProps>(function FileListTags(props, ref) {
  const { upload, file } = useRow('Tags')
  const read = () => upload?.attributes._tags ?? file?._tags ?? noTags
  const tags = useSyncExternalStore(upload?.state.subscribe ?? never, read, read)
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

const noTags: readonly string[] = []
const never = () => () => {}
