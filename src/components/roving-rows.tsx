'use client'
import type { ReactNode, Ref } from 'react'
import { useImperativeHandle, useMemo } from 'react'
import { flushSync } from 'react-dom'
import { focusRow } from '../parts/file-list/focus-row.js'
import { useList } from '../parts/file-list/list-context.js'
import { PlaceContext } from '../parts/file-list/place-context.js'
import type { FileListRowsHandle } from '../parts/file-list/rows.js'
import { useTabStop } from '../parts/file-list/use-tab-stop.js'
import { useReach } from './use-reach.js'

interface RovingRowsProps<Item> {
  readonly items: readonly Item[]
  readonly keyOf: (item: Item) => string
  /**
   * Only those come into the page that have been scrolled to.
   * @default false
   */
  readonly growing?: boolean
  /** Leads to its rows. */
  readonly handle?: Ref<FileListRowsHandle> | undefined
  /** The row of an item, best inside a `memo`. */
  readonly children: (item: Item) => ReactNode
}

/** All rows of a list, which is one tab stop however many there are. For lists too long for a page see `FileListRows`. */
export function RovingRows<Item>({ items, keyOf, growing = false, handle, children }: RovingRowsProps<Item>) {
  const list = useList()
  const keyAt = useMemo(() => {
    const keys = items.map(keyOf)
    return (index: number) => keys[index] ?? ''
  }, [items, keyOf])
  const [tabStop, enter] = useTabStop({ count: items.length, keyAt })
  const reach = useReach(list?.element, { count: growing ? items.length : 0, keyAt })
  const shown = growing ? items.slice(0, reach) : items
  const setSize = shown.length < items.length ? items.length : undefined
  const pinned = items[tabStop]
  useImperativeHandle(
    list?.rows,
    () => {
      const rowAt = (index: number) =>
        list?.element.current?.querySelector<HTMLElement>(`:scope > [data-index="${index}"]`)
      return {
        count: items.length,
        keyAt,
        enter,
        focus(index) {
          // Only the row that Tab stops at lets its buttons be reached.
          flushSync(() => enter(index))
          const row = rowAt(index)
          if (row) focusRow(row)
        },
        scrollTo: (index) => rowAt(index)?.scrollIntoView({ block: 'nearest' }),
        mark() {},
      }
    },
    [list, items, keyAt, enter],
  )
  useImperativeHandle(
    handle,
    () => ({
      focus: (index) => list?.rows.current?.focus(index),
      scrollTo: (index) => list?.rows.current?.scrollTo(index),
    }),
    [list],
  )
  const row = (item: Item, index: number) => (
    <PlacedRow key={keyAt(index)} index={index} setSize={setSize} isTabStop={index === tabStop}>
      {children(item)}
    </PlacedRow>
  )
  return (
    <>
      {shown.map(row)}
      {/* So that no focus is lost. */}
      {tabStop >= shown.length && pinned && row(pinned, tabStop)}
    </>
  )
}

interface PlacedRowProps {
  readonly index: number
  readonly setSize: number | undefined
  readonly isTabStop: boolean
  readonly children: ReactNode
}

function PlacedRow({ index, setSize, isTabStop, children }: PlacedRowProps) {
  const place = useMemo(() => ({ index, setSize, isTabStop, measure }), [index, setSize, isTabStop])
  return <PlaceContext.Provider value={place}>{children}</PlaceContext.Provider>
}

/** All are in the page: nobody asks how high they are. */
function measure(): void {}
