'use client'
import { useCallback, useEffect, useImperativeHandle, useReducer, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { useLatest } from '../../hooks/use-latest.js'
import { useIsomorphicLayoutEffect } from '../../hooks/use-isomorphic-layout-effect.js'
import { focusRow } from './focus-row.js'
import type { List, ListRows, VisibleRange } from './list-context.js'
import { useList } from './list-context.js'
import { useTabStop } from './use-tab-stop.js'
import type { VirtualWindow } from './virtual-window.js'

interface WindowOptions {
  readonly count: number
  readonly keyAt: (index: number) => string
  readonly isVirtual: boolean
  readonly onRange: ((range: VisibleRange) => void) | undefined
}

interface Window {
  /** The rows to render. */
  readonly indexes: readonly number[]
  /** The row that Tab stops at. */
  readonly tabStop: number
  readonly measure: (row: Element | null) => void
}

/** Which rows of the list around are to be rendered: all of a short one, of a long one those in view. */
export function useWindow({ count, keyAt, isVirtual, onRange }: WindowOptions): Window {
  const list = useList()
  if (!list) throw new Error('<FileList.Rows> has no list to fill. Put it inside <FileList.Root>.')
  const { loaded, measure } = useVirtualWindow(list, isVirtual || count > soonMany)
  const virtual = isVirtual && loaded !== 'failed' ? loaded : null
  const [tabStop, enter] = useTabStop({ count, keyAt })
  // Rows that were there stay until those in view are known.
  const [shown, setShown] = useState(firstRows)
  if (!isVirtual && count > shown) setShown(count)
  // The row one is at stays in the page wherever the list is scrolled to, so that no focus is lost.
  const indexes =
    virtual?.indexesFor({ count, keyAt, pinned: tabStop }) ??
    (isVirtual && loaded !== 'failed' ? firstOf(count, shown, tabStop) : upTo(count))
  const latest = useLatest(onRange)
  const told = useRef<VisibleRange | null>(null)

  const rows = { count, keyAt, enter, mark: () => mark(list, isVirtual ? count : null) }
  useImperativeHandle(list.rows, () => listRows(list, rows, virtual))
  useIsomorphicLayoutEffect(() => virtual?.mount(), [virtual])
  useIsomorphicLayoutEffect(() => {
    const range = virtual?.settle()
    // Who keeps it in a state of their own is rendered again by it.
    if (range && !isSame(range, told.current)) latest.current?.((told.current = range))
    rows.mark()
  })
  useIsomorphicLayoutEffect(() => {
    const row = list.element.current?.querySelector(':scope > :focus, :scope > :focus-within')
    row?.scrollIntoView({ block: 'nearest' })
  }, [list.element, virtual])
  return { indexes, tabStop, measure }
}

/** By hand: 10,000 files that come in slices would render every row in view again for each slice. */
function mark({ element: { current: list } }: List, setSize: number | null): void {
  list?.toggleAttribute('data-virtual', setSize !== null)
  for (const row of list?.children ?? []) {
    if (setSize === null) row.removeAttribute('aria-setsize')
    else row.setAttribute('aria-setsize', String(setSize))
  }
}

function listRows(
  { element }: List,
  rows: Pick<ListRows, 'count' | 'keyAt' | 'enter' | 'mark'>,
  virtual: VirtualWindow | null,
): ListRows {
  const rowAt = (index: number) => {
    const list = element.current
    const row = list?.querySelector(`:scope > [data-index="${index}"]`) ?? list?.children[index]
    return row as HTMLElement | undefined // as all rows are
  }
  return {
    ...rows,
    focus(index) {
      // So that it is in the page.
      flushSync(() => rows.enter(index))
      const row = rowAt(index)
      if (row) focusRow(row)
    },
    scrollTo(index) {
      if (virtual) virtual.scrollTo(index)
      else rowAt(index)?.scrollIntoView({ block: 'nearest' })
    },
  }
}

interface Loading {
  readonly loaded: VirtualWindow | 'failed' | null
  readonly measure: Window['measure']
}

/** Comes in a chunk of its own, which is asked for a little before it is needed. */
function useVirtualWindow({ element }: List, isWanted: boolean): Loading {
  const [loaded, setLoaded] = useState<Loading['loaded']>(null)
  const [, render] = useReducer((renders: number) => renders + 1, 0)
  const latest = useRef<VirtualWindow | null>(null)
  // Always the same, or every row in view would be rendered again when the chunk has come.
  const measure = useCallback((row: Element | null) => latest.current?.measure(row), [])

  useEffect(() => {
    if (!isWanted) return
    let isHere = true
    import('./virtual-window.js').then(
      ({ createVirtualWindow }) => {
        if (!isHere || !element.current) return
        const show = (isSync: boolean) => (isSync ? flushSync(render) : render())
        latest.current = createVirtualWindow(element.current, show)
        setLoaded(latest.current)
      },
      (error: unknown) => {
        // Slow, but nothing is hidden.
        if (isHere) setLoaded('failed')
        reportError(error)
      },
    )
    return () => void (isHere = false)
  }, [element, isWanted])
  return { loaded, measure }
}

function isSame(range: VisibleRange, other: VisibleRange | null): boolean {
  return range.from === other?.from && range.to === other.to
}

function firstOf(count: number, shown: number, tabStop: number): readonly number[] {
  const first = upTo(Math.min(count, shown))
  return count === 0 || tabStop < first.length ? first : [...first, tabStop]
}

function upTo(count: number): readonly number[] {
  return Array.from({ length: count }, (_, index) => index)
}

const soonMany = 50
const firstRows = 20
