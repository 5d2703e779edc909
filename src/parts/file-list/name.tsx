'use client'
import { forwardRef } from 'react'
import { directionOf, splitName } from '../display-name.js'
import type { PartProps } from '../render-part.js'
import { renderPart } from '../render-part.js'
import { useRow } from './row-context.js'

/** What a `FileListName` tells by its `data-*` attributes. */
export interface FileListNameState {
  /** The part of a long name that may be cut. @selector [data-start] */
  readonly start: string | undefined
  /** Its last letters and the extension, which always show. @selector [data-end] */
  readonly end: string | undefined
}

/** Props of `FileListName`. */
export type FileListNameProps = PartProps<'span', FileListNameState>

/**
 * The file's name, cut in the middle where it is too long. Renders a `<span>`.
 *
 * The whole name is its text, for readers, searches and tests; our styles draw the two halves of a long one in its place.
 */
export const FileListName = forwardRef<HTMLSpanElement, FileListNameProps>(function FileListName(props, ref) {
  const { name } = useRow('Name')
  const [start, end] = splitName(name)
  return renderPart('span', props, {
    name: 'name',
    state: end ? { start, end } : { start: undefined, end: undefined },
    ref,
    defaults: { dir: directionOf(name), title: name, children: <span>{name}</span> },
  })
})
