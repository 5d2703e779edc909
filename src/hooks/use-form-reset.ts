'use client'
import type { RefObject } from 'react'
import { useEffect } from 'react'
import { useLatest } from './use-latest.js'

/** Calls back when the form that an element is in is reset, and nobody prevents that. */
export function useFormReset(element: RefObject<HTMLElement | null>, onReset: () => void): void {
  const latest = useLatest(onReset)

  useEffect(() => {
    // Where all others on its way have been asked; and an input may come to belong to another form.
    const root = element.current?.getRootNode()
    function reset(event: Event) {
      const { current } = element
      const form = current instanceof HTMLInputElement ? current.form : current?.closest('form')
      if (form && event.target === form && !event.defaultPrevented) latest.current()
    }
    root?.addEventListener('reset', reset)
    return () => root?.removeEventListener('reset', reset)
  }, [element, latest])
}
