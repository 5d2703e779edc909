'use client'
import { createContext, useContext } from 'react'

/** Where a row stands among rows that are not all in the page. */
export interface Place {
  readonly index: number
  /** How many rows there are; not said where the list itself says so (`ListRows.mark`), or all are in the page. */
  readonly setSize?: number | undefined
  /** The one row of the list that Tab stops at. */
  readonly isTabStop: boolean
  readonly measure: (row: Element | null) => void
}

export const PlaceContext = createContext<Place | null>(null)

/**
 * The `tabIndex` of a button in a row: a list whose rows are not all in the page is one tab stop, and only the buttons
 * of the row one is at come next. Nothing elsewhere.
 */
export function useRowTabIndex(): -1 | undefined {
  const place = useContext(PlaceContext)
  return place && !place.isTabStop ? -1 : undefined
}
