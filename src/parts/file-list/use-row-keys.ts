'use client'
import type { FocusEvent, KeyboardEvent } from 'react'
import { useMemo } from 'react'
import { focusRow } from './focus-row.js'
import type { List, ListRows } from './list-context.js'

/** Walks the rows of a list with the arrow keys, and chooses them with Space where they can be chosen. */
export function useRowKeys(list: List) {
  return useMemo(
    () => ({
      onKeyDown: (event: KeyboardEvent) => onKey(event, list),
      onFocus({ target }: FocusEvent) {
        const at = indexOf(rowOf(target, list), list)
        if (at >= 0) list.rows.current?.enter(at)
      },
    }),
    [list],
  )
}

function onKey(event: KeyboardEvent, list: List): void {
  const { key, shiftKey, altKey, ctrlKey, metaKey } = event
  // Something in the row has its own use for the key.
  if (event.defaultPrevented) return
  const target = event.target as HTMLElement // as all that gets keys in a page
  const row = rowOf(target, list)
  if (!row || altKey || target.matches(typedInto)) return
  const index = indexOf(row, list)
  const done = ctrlKey || metaKey ? onModified() : (select() ?? walk())
  if (done) event.preventDefault()

  function onModified(): boolean {
    if (key !== 'a' || !list.selection) return false
    list.selection.selectAll()
    return true
  }
  function select(): boolean | undefined {
    const { selection } = list
    const rowKey = row && list.keys.get(row)
    if (!selection || !rowKey) return undefined
    if (key === 'Escape' && selection.state.getState().selected.size > 0) {
      selection.clear()
      // A dialog around stays open.
      event.stopPropagation()
      return true
    }
    if (key !== ' ' || target !== row) return undefined
    if (shiftKey) selection.extendTo(rowKey)
    else selection.toggle(rowKey)
    return true
  }
  function walk(): boolean {
    const rows = list.rows.current ?? rowsInPage(list)
    const next = nextIndex(key, index, rows.count, () => pageOf(list))
    if (next === undefined) return false
    const to = Math.max(0, Math.min(next, rows.count - 1))
    const toKey = rows.keyAt(to)
    if (shiftKey && list.selection && toKey !== undefined) {
      const { anchor } = list.selection.state.getState()
      // The range begins at the row one comes from.
      const fromKey = rows.keyAt(index)
      if (anchor === null && fromKey !== undefined) list.selection.toggle(fromKey)
      list.selection.extendTo(toKey)
    }
    if (to !== index || target !== row) rows.focus(to)
    return true
  }
}

function nextIndex(key: string, index: number, count: number, page: () => number): number | undefined {
  switch (key) {
    case 'ArrowDown':
      return index + 1
    case 'ArrowUp':
      return index - 1
    case 'Home':
      return 0
    case 'End':
      return count - 1
    case 'PageDown':
      return index + page()
    case 'PageUp':
      return index - page()
    default:
      return undefined
  }
}

function rowOf(element: Element, { element: { current: list } }: List): Element | undefined {
  if (!list || element === list) return undefined
  let row: Element | null = element
  while (row && row.parentElement !== list) row = row.parentElement
  return row ?? undefined
}

function indexOf(row: Element | undefined, { element }: List): number {
  if (!row) return -1
  const index = row.getAttribute('data-index')
  return index === null ? [...(element.current?.children ?? [])].indexOf(row) : Number(index)
}

/** Rows that the caller has put into the list, all of them. */
function rowsInPage({ element, keys }: List): ListRows {
  const rows = [...(element.current?.children ?? [])] as HTMLElement[] // rows are <li>
  return {
    count: rows.length,
    keyAt: (index) => rows[index] && keys.get(rows[index]),
    focus(index) {
      if (rows[index]) focusRow(rows[index])
    },
    scrollTo: (index) => rows[index]?.scrollIntoView({ block: 'nearest' }),
    enter() {},
    mark() {},
  }
}

/** How many rows fit into the list, less one that one keeps in sight. */
function pageOf({ element: { current: list } }: List): number {
  const rowHeight = list?.firstElementChild?.getBoundingClientRect().height
  if (!list || !rowHeight) return 1
  return Math.max(1, Math.floor(Math.min(list.clientHeight, innerHeight) / rowHeight) - 1)
}

const typedInto =
  'input:not([type="checkbox"]), textarea, select, [contenteditable]:not([contenteditable="false"])'
