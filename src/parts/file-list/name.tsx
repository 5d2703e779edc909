'use client'
import { forwardRef } from 'react'
import { directionOf, splitName } from '../display-name.js'
import { piecesOf } from '../find-in-name.js'
import type { PartProps } from '../render-part.js'
import { renderPart } from '../render-part.js'
import { useList } from './list-context.js'
import { MarkedName } from './marked-name.js'
import { useRow } from './row-context.js'

/** What a `FileListName` tells by its `data-*` attributes. */
export interface FileListNameState {
  /** The part of a long name that may be cut. @selector [data-start] */
  readonly start: string | undefined
  /** Its last letters and the extension, which always show. @selector [data-end] */
  readonly end: string | undefined
  /** What the list is searched for was found in it. @selector [data-marked] */
  readonly marked: boolean
}

/** Props of `FileListName`. */
export type FileListNameProps = PartProps<'span', FileListNameState>

/**
 * The file's name, cut in the middle where it is too long. Renders a `<span>`.
 *
 * The whole name is its text, for readers, searches and tests; our styles draw the two halves of a long one in its place.
 * Where the list's `query` was found in it, the text comes in pieces.
 */
export const FileListName = forwardRef<HTMLSpanElement, FileListNameProps>(function FileListName(props, ref) {
  const { name } = useRow('Name')
  const query = useList()?.query ?? ''
  const [start, end] = splitName(name)
  const pieces = query === '' ? [] : piecesOf(name, query)
  const marked = pieces.some(({ isFound }) => isFound)
  return renderPart('span', props, {
    name: 'name',
    state: end && !marked ? { start, end, marked } : { start: undefined, end: undefined, marked },
    ref,
    defaults: {
      dir: directionOf(name),
      title: name,
      children: marked ? <MarkedName pieces={pieces} startLength={start.length} /> : <span>{name}</span>,
    },
  })
})
