'use client'
import { useMemo } from 'react'
import type { FocusFallback } from '../../parts/use-keep-focus.js'

/** The first of two that is in the page. */
export function useFirstOf(one: FocusFallback, other: FocusFallback): FocusFallback {
  return useMemo(
    () => ({
      get current() {
        return one.current ?? other.current
      },
    }),
    [one, other],
  )
}
