'use client'
import { useEffect, useRef } from 'react'

/** The value of the last render that was shown, for callbacks that outlive it. */
export function useLatest<T>(value: T): { readonly current: T } {
  const latest = useRef(value)
  useEffect(() => {
    latest.current = value
  })
  return latest
}
