'use client'
import { useMemo } from 'react'
import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import type { ReadonlyStore } from '../uploads/readonly-store.js'
import { useLatest } from './use-latest.js'

/** Which rows of a list are chosen, by their keys: the ids of uploads, of files. The object stays the same. */
export interface RowSelection {
  readonly state: ReadonlyStore<SelectedRows>
  /** Chooses a row, or no longer. */
  toggle(key: string): void
  /** Chooses all rows from the last one that was toggled to this one. */
  extendTo(key: string): void
  selectAll(): void
  clear(): void
}

/** What is chosen, as of now. */
export interface SelectedRows {
  readonly selected: ReadonlySet<string>
  /** Where a range begins, and what was chosen besides it. */
  readonly anchor: string | null
  readonly besides: ReadonlySet<string>
}

/**
 * Lets rows be chosen; `keys` are those that are listed, in their order. Rows that are not, because they left the list or
 * are filtered out, stay chosen but count for nothing. Choosing renders the row it is about, and no other.
 *
 * @example
 * const selection = useSelection(uploads.map((upload) => upload.id))
 * const selected = useSelected(selection, keys)
 * <FileList.Root selection={selection}>…</FileList.Root>
 */
export function useSelection(keys: readonly string[]): RowSelection {
  const latest = useLatest(keys)
  return useMemo(() => createSelection(() => latest.current), [latest])
}

/**
 * Those of `keys` that are chosen.
 *
 * @example
 * const selected = useSelected(selection, keys)
 * <p>{selected.length} selected</p>
 */
export function useSelected(selection: RowSelection, keys: readonly string[]): readonly string[] {
  const { selected } = useStore(selection.state)
  return useMemo(
    () => (selected.size === 0 ? none : keys.filter((key) => selected.has(key))),
    [keys, selected],
  )
}

function createSelection(keys: () => readonly string[]): RowSelection {
  const state = createStore<SelectedRows>(() => nothingSelected)
  return {
    state,
    toggle(key) {
      const selected = new Set(state.getState().selected)
      if (!selected.delete(key)) selected.add(key)
      state.setState({ selected, anchor: key, besides: selected })
    },
    extendTo(key) {
      const { anchor, besides } = state.getState()
      const from = keys().indexOf(anchor ?? key)
      const to = keys().indexOf(key)
      if (to < 0) return
      const range = from < 0 ? [key] : keys().slice(Math.min(from, to), Math.max(from, to) + 1)
      state.setState({ selected: new Set([...besides, ...range]), anchor: from < 0 ? key : (anchor ?? key) })
    },
    selectAll() {
      const selected = new Set([...state.getState().selected, ...keys()])
      state.setState({ selected, besides: selected })
    },
    clear: () => state.setState(nothingSelected),
  }
}

const none: readonly string[] = []
const nothingSelected: SelectedRows = { selected: new Set(), anchor: null, besides: new Set() }
