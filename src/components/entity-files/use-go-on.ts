'use client'
import type { RefObject } from 'react'
import { useIsomorphicLayoutEffect } from '../../hooks/use-isomorphic-layout-effect.js'
import { focusRow } from '../../parts/file-list/focus-row.js'

/** Whoever was in the panel of the entity before goes on in this one. */
export function useGoOn(panel: RefObject<HTMLElement | null>, hadFocus: RefObject<boolean>): void {
  useIsomorphicLayoutEffect(() => {
    const element = panel.current
    if (!element) return
    if (hadFocus.current) focusRow(element)
    return () => {
      hadFocus.current = element.matches(':focus-within')
    }
  }, [panel, hadFocus])
}
