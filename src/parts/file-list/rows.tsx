'use client'
import type { ReactNode, Ref } from 'react'
import { useImperativeHandle, useMemo } from 'react'
import type { VisibleRange } from './list-context.js'
import { useList } from './list-context.js'
import { PlaceContext } from './place-context.js'
import { useWindow } from './use-window.js'

/** Props of `FileListRows`. */
export interface FileListRowsProps<Item> {
  readonly items: readonly Item[]
  /** Names an item, the same at each call: the id of an upload, of a file. */
  readonly keyOf: (item: Item) => string
  /** The row of an item: a `FileList.Item`, best inside a `memo`. */
  readonly children: (item: Item) => ReactNode
  /**
   * Whether only the rows in view are in the page, and the list scrolls by itself.
   * @default with more than 100 items
   */
  readonly virtual?: boolean | undefined
  /** Told which rows are in view, each time that changes. */
  readonly onRange?: ((range: VisibleRange) => void) | undefined
  /** Leads to rows that may not be in the page. */
  readonly handle?: Ref<FileListRowsHandle> | undefined
}

/** Leads to the rows of a list by their index, 0 for the first. Not to be called while React renders. */
export interface FileListRowsHandle {
  readonly focus: (index: number) => void
  readonly scrollTo: (index: number) => void
}

/**
 * The rows of a list, however many: with more than 100 only those in view are in the page. The list scrolls then, as high
 * as `--ef-list-height` allows, and is one tab stop whose rows are walked with the arrow keys. Without our stylesheet give
 * it a height and `overflow-y: auto`: where nothing limits the list, all rows are in view.
 *
 * @example
 * <FileList.Root aria-label="Uploads">
 *   <FileList.Rows items={uploads} keyOf={(upload) => upload.id}>
 *     {(upload) => <Row upload={upload} />}
 *   </FileList.Rows>
 * </FileList.Root>
 */
export function FileListRows<Item>({
  items,
  keyOf,
  children,
  virtual = items.length > mostInPage,
  onRange,
  handle,
}: FileListRowsProps<Item>) {
  const keyAt = useMemo(
    () => (index: number) => keyOf(items[index] as Item), // asked only for those there are
    // The caller's function is new at each rendering, and means the same.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
    [items],
  )
  const { indexes, tabStop, measure } = useWindow({ count: items.length, keyAt, isVirtual: virtual, onRange })
  const rows = useList()?.rows
  useImperativeHandle(
    handle,
    () => ({
      focus: (index) => rows?.current?.focus(index),
      scrollTo: (index) => rows?.current?.scrollTo(index),
    }),
    [rows],
  )
  return indexes.map((index) => (
    <PlacedRow
      key={keyAt(index)}
      index={index}
      isVirtual={virtual}
      isTabStop={index === tabStop}
      measure={measure}
    >
      {children(items[index] as Item)}
    </PlacedRow>
  ))
}

interface PlacedRowProps {
  readonly index: number
  readonly isVirtual: boolean
  readonly isTabStop: boolean
  readonly measure: (row: Element | null) => void
  readonly children: ReactNode
}

/** The same element in both kinds of list, so that rows live on when a list grows from one to the other. */
function PlacedRow({ index, isVirtual, isTabStop, measure, children }: PlacedRowProps) {
  const place = useMemo(
    () => (isVirtual ? { index, isTabStop, measure } : null),
    [index, isVirtual, isTabStop, measure],
  )
  return <PlaceContext.Provider value={place}>{children}</PlaceContext.Provider>
}

const mostInPage = 100
