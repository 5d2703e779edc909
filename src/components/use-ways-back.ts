'use client'
import { useMemo } from 'react'
import type { FocusFallback } from '../parts/use-keep-focus.js'

/** Where the focus goes on when what has it goes away; the list and the field come and go themselves. */
export function useWaysBack(
  list: FocusFallback,
  search: FocusFallback,
  focusFallback: FocusFallback,
): { readonly toList: FocusFallback; readonly toSearch: FocusFallback } {
  return useMemo(() => {
    const toList = {
      get current() {
        const find = (what: string) => list.current?.querySelector<HTMLElement>(what)
        // The row one was at; a list of few rows has no such row, but may have a checkbox.
        const row = find(':scope > [tabindex="0"]') ?? find('.ef-check') ?? find(':scope > *')
        return row ?? search.current ?? focusFallback.current
      },
    }
    const toSearch = {
      get current() {
        return search.current ?? toList.current
      },
    }
    return { toList, toSearch }
  }, [list, search, focusFallback])
}
