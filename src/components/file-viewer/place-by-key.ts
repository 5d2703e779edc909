import type { KeyboardEvent } from 'react'

/** To which place a key leads, in the direction one reads; `undefined` for other keys. */
export function placeByKey(
  event: KeyboardEvent<HTMLElement>,
  { place, count }: { readonly place: number; readonly count: number },
): number | undefined {
  const { key, target, currentTarget, altKey, ctrlKey, metaKey, shiftKey } = event
  if (altKey || ctrlKey || metaKey || shiftKey) return undefined
  switch (key) {
    case 'ArrowLeft':
    case 'ArrowRight': {
      // A picture that is wider than its place is moved by them.
      if (target instanceof Element && target.scrollWidth > target.clientWidth) return undefined
      const isForward = (key === 'ArrowRight') !== (getComputedStyle(currentTarget).direction === 'rtl')
      return Math.max(0, Math.min(place + (isForward ? 1 : -1), count - 1))
    }
    case 'Home':
      return 0
    case 'End':
      return count - 1
    default:
      return undefined
  }
}
