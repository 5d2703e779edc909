import type { KeyboardEvent } from 'react'

/** What is being composed, in Japanese for one, takes the key for itself. */
export function isComposing({ nativeEvent }: KeyboardEvent): boolean {
  // In Safari the Enter that ends it comes right after, with the code of keys that were processed.
  return nativeEvent.isComposing || nativeEvent.keyCode === 229
}
