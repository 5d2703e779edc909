'use client'
import type { ReactNode } from 'react'
import { useImperativeHandle, useMemo } from 'react'
import { flushSync } from 'react-dom'
import { focusRow } from '../../parts/file-list/focus-row.js'
import { useList } from '../../parts/file-list/list-context.js'
import { PlaceContext } from '../../parts/file-list/place-context.js'
import { useTabStop } from '../../parts/file-list/use-tab-stop.js'

interface RovingRowsProps<Item> {
  readonly items: readonly Item[]
  readonly keyOf: (item: Item) => string
  /** The row of an item, best inside a `memo`. */
  readonly children: (item: Item) => ReactNode
}

/** All rows of a list, which is one tab stop however many there are. For lists too long for a page see `FileListRows`. */
export function RovingRows<Item>({ items, keyOf, children }: RovingRowsProps<Item>) {
  const list = useList()
  const keyAt = useMemo(() => {
    const keys = items.map(keyOf)
    return (index: number) => keys[index] ?? ''
  }, [items, keyOf])
  const [tabStop, enter] = useTabStop({ count: items.length, keyAt })
  useImperativeHandle(
    list?.rows,
    () => {
      const rowAt = (index: number) => list?.element.current?.children[index] as HTMLElement | undefined // as all rows are
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
  return items.map((item, index) => (
    <PlacedRow key={keyAt(index)} index={index} isTabStop={index === tabStop}>
      {children(item)}
    </PlacedRow>
  ))
}

interface PlacedRowProps {
  readonly index: number
  readonly isTabStop: boolean
  readonly children: ReactNode
}

function PlacedRow({ index, isTabStop, children }: PlacedRowProps) {
  const place = useMemo(() => ({ index, isTabStop, measure }), [index, isTabStop])
  return <PlaceContext.Provider value={place}>{children}</PlaceContext.Provider>
}

/** All are in the page: nobody asks how high they are. */
function measure(): void {}
