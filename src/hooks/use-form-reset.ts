'use client'
import type { RefObject } from 'react'
import { useEffect } from 'react'
import { useLatest } from './use-latest.js'

/** Calls back when the form of an input is reset, and nobody prevents that. */
export function useFormReset(input: RefObject<HTMLInputElement | null>, onReset: () => void): void {
  const latest = useLatest(onReset)

  useEffect(() => {
    // Where all others on its way have been asked; and an input may come to belong to another form.
    const root = input.current?.getRootNode()
    function reset(event: Event) {
      const { current } = input
      if (current && event.target === current.form && !event.defaultPrevented) latest.current()
    }
    root?.addEventListener('reset', reset)
    return () => root?.removeEventListener('reset', reset)
  }, [input, latest])
}
