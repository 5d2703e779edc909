'use client'
import { useEffect, useReducer } from 'react'
import { useFileClient } from '../../hooks/files-provider.js'

/** Whole seconds until `until` of the client's clock, counted down; 0 without one. */
export function useSecondsUntil(until: number | undefined): number {
  const { clock } = useFileClient()
  const [, tick] = useReducer((ticks: number) => ticks + 1, 0)
  const seconds = until === undefined ? 0 : Math.max(0, Math.ceil((until - clock.now()) / 1000))

  useEffect(() => {
    if (until === undefined || seconds === 0) return
    return clock.setTimeout(tick, Math.max(50, until - clock.now() - (seconds - 1) * 1000))
  }, [clock, until, seconds])
  return seconds
}
