'use client'
import { useMemo, useSyncExternalStore } from 'react'

/**
 * A URL for the `src` of an image or a frame, for as long as the bytes are shown here; `undefined` before, and without any.
 *
 * @example
 * const src = useObjectUrl(preview?.blob) ?? preview?.url
 */
export function useObjectUrl(blob: Blob | null | undefined): string | undefined {
  const source = useMemo(() => objectUrlOf(blob), [blob])
  return useSyncExternalStore(source.subscribe, source.get, none)
}

/** A resource of the page: made when somebody shows it, given back when nobody does. */
function objectUrlOf(blob: Blob | null | undefined) {
  let url: string | undefined
  return {
    get: () => url,
    subscribe: () => {
      if (!blob) return none
      const made = (url = URL.createObjectURL(blob))
      return () => {
        URL.revokeObjectURL(made)
        url = undefined
      }
    },
  }
}

function none() {
  return undefined
}
