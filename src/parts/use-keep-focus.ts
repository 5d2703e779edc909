'use client'
import type { RefObject } from 'react'
import { useEffect } from 'react'
import { useLatest } from '../hooks/use-latest.js'

/** Something that can be focused, when nothing else is left. */
export type FocusFallback = RefObject<HTMLElement | null>

/**
 * Keeps the focus near when the button that has it goes away: in its row, else in the next one, else in the one
 * before, else at `fallback`. Without `rows` the whole element is the row.
 */
export function useKeepFocus(
  element: RefObject<HTMLElement | null>,
  { fallback, rows = false }: { readonly fallback: FocusFallback | undefined; readonly rows?: boolean },
): void {
  const latest = useLatest(fallback)

  useEffect(() => {
    if (!element.current) return
    const root = element.current
    let place: Place | undefined
    // Only while the focus is in here: nothing is watched while thousands of rows change.
    const observer = new MutationObserver(() => restore())

    function restore() {
      if (!place || !isLost(place.element)) return
      const next = nextTo(place, root) ?? latest.current?.current
      place = undefined
      if (next) focusable(next).focus()
    }
    function enter({ target }: FocusEvent) {
      const focused = target as HTMLElement // as all that gets the focus in a page
      place = rows ? placeOf(focused, root) : { element: focused, row: root, index: 0 }
      observer.observe(root, { childList: true, subtree: true, attributeFilter: ['disabled'] })
    }
    function leave({ target, relatedTarget }: FocusEvent) {
      if (relatedTarget instanceof Node && root.contains(relatedTarget)) return
      // Some browsers tell of an element that is about to be taken out, so look once it is.
      queueMicrotask(() => {
        // By then the focus may have been moved to another place of ours.
        if (place?.element === target && !isLost(place.element)) end()
      })
    }
    function end() {
      place = undefined
      observer.disconnect()
    }

    root.addEventListener('focusin', enter)
    root.addEventListener('focusout', leave)
    return () => {
      root.removeEventListener('focusin', enter)
      root.removeEventListener('focusout', leave)
      // The list itself may go, with its last row.
      restore()
      end()
    }
  }, [element, rows, latest])
}

interface Place {
  readonly element: HTMLElement
  readonly row: Element | undefined
  readonly index: number
}

function placeOf(element: HTMLElement, root: HTMLElement): Place {
  const index = [...root.children].findIndex((row) => row.contains(element))
  return { element, row: root.children[index], index }
}

function isLost(element: HTMLElement): boolean {
  const { activeElement, body } = element.ownerDocument
  return (!element.isConnected || element.matches(':disabled')) && (!activeElement || activeElement === body)
}

function nextTo({ row, index }: Place, root: HTMLElement): HTMLElement | undefined {
  if (!root.isConnected) return undefined
  // The row is read out with what has become of it; its buttons are one Tab away.
  if (row?.isConnected) return row as HTMLElement // as all rows are
  const next = root.children[index] ?? root.children[index - 1] ?? root.lastElementChild
  return next ? (buttonIn(next) ?? (next as HTMLElement)) : undefined
}

function buttonIn(row: Element): HTMLElement | undefined {
  return [...row.querySelectorAll<HTMLElement>('button:not(:disabled)')].at(-1)
}

function focusable(element: HTMLElement): HTMLElement {
  if (element.tabIndex < 0) element.tabIndex = -1 // said outright, it can be focused by scripts
  return element
}
