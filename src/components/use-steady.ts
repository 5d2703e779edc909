'use client'
import { useMemo } from 'react'
import { useLatest } from '../hooks/use-latest.js'

/** The same function for as long as there is one, so that nobody renders again because of a new one. */
export function useSteady<T>(callback: ((value: T) => void) | undefined): ((value: T) => void) | undefined {
  const latest = useLatest(callback)
  const isThere = callback !== undefined
  return useMemo(() => (isThere ? (value: T) => latest.current?.(value) : undefined), [isThere, latest])
}
