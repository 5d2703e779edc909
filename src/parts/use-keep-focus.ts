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
    const scope = root.getRootNode()
    let place: Place | undefined
    // Only while the focus is in here: nothing is watched while thousands of rows change.
    const observer = new MutationObserver(() => restore())

    function restore() {
      if (!place || !isLost(place.element, scope)) return
      const next = nextTo(place, root) ?? latest.current?.current
      place = undefined
      if (next) focusable(next).focus()
    }
    function enter({ target }: Pick<FocusEvent, 'target'>) {
      const focused = target as HTMLElement // as all that gets the focus in a page
      place = rows ? placeOf(focused, root) : { element: focused, row: root, index: 0 }
      observer.observe(root, { childList: true, subtree: true, attributeFilter: ['disabled'] })
    }
    function leave({ target, relatedTarget }: FocusEvent) {
      if (relatedTarget instanceof Node && root.contains(relatedTarget)) return
      // Some browsers tell of an element that is about to be taken out, so look once it is.
      queueMicrotask(() => {
        // By then the focus may have been moved to another place of ours.
        if (place?.element === target && !isLost(place.element, scope)) end()
      })
    }
    function end() {
      place = undefined
      observer.disconnect()
    }

    const { activeElement } = scope as Document | ShadowRoot // elements stand in one of them
    // What it was given as it came, by another that went.
    if (activeElement && root.contains(activeElement)) enter({ target: activeElement })
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

/** Nothing has the focus. */
export function isFocusNowhere(element: HTMLElement): boolean {
  return isNowhere(element.getRootNode())
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

function isLost(element: HTMLElement, scope: Node): boolean {
  return (!element.isConnected || element.matches(':disabled')) && isNowhere(scope)
}

/** Seen from outside of a shadow root, what is focused in there is its host. */
function isNowhere(scope: Node): boolean {
  const { activeElement } = scope as Document | ShadowRoot // elements stand in one of them
  if (!(scope instanceof ShadowRoot)) return !activeElement || activeElement === (scope as Document).body
  if (activeElement) return false
  const outer = scope.host.getRootNode()
  return (outer as Document | ShadowRoot).activeElement === scope.host || isNowhere(outer)
}

function nextTo({ element, row, index }: Place, root: HTMLElement): HTMLElement | undefined {
  if (!root.isConnected) return undefined
  // The row is read out with what has become of it; its buttons are one Tab away.
  if (row?.isConnected) return row as HTMLElement // as all rows are
  // Where not all rows are in the page, they say themselves where they stand.
  const place = row?.getAttribute('data-index')
  const next =
    (place && root.querySelector(`:scope > [data-index="${place}"]`)) ||
    ((place ? undefined : (root.children[index] ?? root.children[index - 1])) ?? root.lastElementChild)
  if (!next) return undefined
  // Who was at the row itself goes on from row to row.
  return (element === row ? undefined : buttonIn(next)) ?? (next as HTMLElement)
}

function buttonIn(row: Element): HTMLElement | undefined {
  return [...row.querySelectorAll<HTMLElement>('button:not(:disabled)')].at(-1)
}

function focusable(element: HTMLElement): HTMLElement {
  if (element.tabIndex < 0) element.tabIndex = -1 // said outright, it can be focused by scripts
  return element
}
