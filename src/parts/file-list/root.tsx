'use client'
import { forwardRef, useImperativeHandle, useMemo, useRef } from 'react'
import type { RowSelection } from '../../hooks/use-selection.js'
import type { PartProps } from '../render-part.js'
import { renderPart } from '../render-part.js'
import { useIsomorphicLayoutEffect } from '../../hooks/use-isomorphic-layout-effect.js'
import type { FocusFallback } from '../use-keep-focus.js'
import { useKeepFocus } from '../use-keep-focus.js'
import type { ListRows } from './list-context.js'
import { ListContext } from './list-context.js'
import { useRowKeys } from './use-row-keys.js'

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
  /** Lets rows be chosen, by `FileList.Checkbox` and by keyboard; from `useSelection`. */
  readonly selection?: RowSelection | undefined
  /**
   * What is searched for, to be marked in the names.
   * @default ''
   */
  readonly query?: string | undefined
}

/**
 * A list of files. Renders a `<ul>`; `[data-virtual]` while `FileList.Rows` keeps only the rows in view in the page.
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
  { density = 'comfortable', layout, focusFallback, selection, query = '', ...props },
  ref,
) {
  const element = useRef<HTMLUListElement>(null)
  const rows = useRef<ListRows | null>(null)
  const keys = useMemo(() => new WeakMap<Element, string>(), [])
  const list = useMemo(() => ({ element, rows, keys, selection, query }), [keys, selection, query])
  useImperativeHandle(ref, () => element.current as HTMLUListElement, [element]) // it is there by then
  // Its rows are mounted before it is.
  useIsomorphicLayoutEffect(() => rows.current?.mark(), [])
  useKeepFocus(element, { rows: true, fallback: focusFallback })
  // Safari takes a list without bullets for no list.
  const defaults = { ref: element, role: 'list', ...useRowKeys(list) }
  return (
    <ListContext.Provider value={list}>
      {renderPart('ul', props, { name: 'list', state: { density, layout }, defaults })}
    </ListContext.Provider>
  )
})
