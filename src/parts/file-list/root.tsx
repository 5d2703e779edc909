'use client'
import { forwardRef, useImperativeHandle, useRef } from 'react'
import type { PartProps } from '../render-part.js'
import { renderPart } from '../render-part.js'
import type { FocusFallback } from '../use-keep-focus.js'
import { useKeepFocus } from '../use-keep-focus.js'

/** What a `FileListRoot` tells by its `data-*` attributes. */
export interface FileListRootState {
  /** @selector [data-density="comfortable" | "compact" | "micro"] */
  readonly density: Density
  /** @selector [data-layout="table"] */
  readonly layout: 'table' | undefined
}

/** How high rows are: 56, 40 or 28 px. */
export type Density = 'comfortable' | 'compact' | 'micro'

/** Props of `FileListRoot`. */
export interface FileListRootProps extends PartProps<'ul', FileListRootState> {
  /** @default 'comfortable' */
  readonly density?: Density | undefined
  /** Columns, where there is room for them. */
  readonly layout?: 'table' | undefined
  /** Gets the focus when the row that has it was the last to go. */
  readonly focusFallback?: FocusFallback | undefined
}

/**
 * A list of files. Renders a `<ul>`.
 *
 * @example
 * <FileList.Root aria-label="Uploads">
 *   {uploads.map((upload) => (
 *     <FileList.Item key={upload.id} upload={upload}>
 *       <FileList.Name /><FileList.Status /><FileList.CancelButton /><FileList.Progress />
 *     </FileList.Item>
 *   ))}
 * </FileList.Root>
 */
export const FileListRoot = forwardRef<HTMLUListElement, FileListRootProps>(function FileListRoot(
  { density = 'comfortable', layout, focusFallback, ...props },
  ref,
) {
  const list = useRef<HTMLUListElement>(null)
  useImperativeHandle(ref, () => list.current as HTMLUListElement, [list]) // it is there by then
  useKeepFocus(list, { rows: true, fallback: focusFallback })
  // Safari takes a list without bullets for no list.
  const defaults = { ref: list, role: 'list' }
  return renderPart('ul', props, { name: 'list', state: { density, layout }, defaults })
})
