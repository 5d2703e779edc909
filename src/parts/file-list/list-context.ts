'use client'
import type { RefObject } from 'react'
import { createContext, useContext } from 'react'
import type { RowSelection } from '../../hooks/use-selection.js'

/** What the rows of a list know of it. */
export interface List {
  readonly element: RefObject<HTMLUListElement | null>
  /** Its rows, where `FileList.Rows` keeps them: not all may be in the page. */
  readonly rows: RefObject<ListRows | null>
  /** The keys of the rows that are in the page. */
  readonly keys: WeakMap<Element, string>
  readonly selection: RowSelection | undefined
  /** What is searched for; '' for nothing. */
  readonly query: string
}

/** Rows by their index. */
export interface ListRows {
  readonly count: number
  readonly keyAt: (index: number) => string | undefined
  /** Brings the row into view and gives it the focus. */
  readonly focus: (index: number) => void
  /** Brings the row into view. */
  readonly scrollTo: (index: number) => void
  /** The focus has come into this row. */
  readonly enter: (index: number) => void
  /** Tells the element of the list what its rows are; for the first time once it is there. */
  readonly mark: () => void
}

/** The first and the last row in view, counted from 0. */
export interface VisibleRange {
  readonly from: number
  readonly to: number
}

export const ListContext = createContext<List | null>(null)

/** The list around a row; `null` for a row that stands alone. */
export function useList(): List | null {
  return useContext(ListContext)
}
