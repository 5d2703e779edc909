import type { SyntheticEvent } from 'react'

/** Whether an event happened in the element itself: React hands on those of dialogs that are only rendered from in there. */
export function isInside({ currentTarget, target }: SyntheticEvent): boolean {
  return currentTarget.contains(target as Node) // as all that events happen to in a page
}
