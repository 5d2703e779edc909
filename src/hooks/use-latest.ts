'use client'
import { useEffect, useMemo } from 'react'

/**
 * The value of the last render that was shown, for callbacks that outlive it. With another `key` a new box begins: who
 * holds on to the old one keeps what was said last under the old key.
 */
export function useLatest<T>(value: T, key?: string): { readonly current: T } {
  // The value only fills a new box; the effect keeps it up.
  // oxlint-disable-next-line react-hooks/exhaustive-deps
  const latest = useMemo(() => ({ current: value }), [key])
  useEffect(() => {
    latest.current = value
  })
  return latest
}
