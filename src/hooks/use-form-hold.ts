'use client'
import type { RefObject } from 'react'
import { useEffect } from 'react'
import { holdForm } from './hold-form.js'

/**
 * Holds back a form that leaves validity to its own rules (`noValidate`, as with react-hook-form): they see the value, and
 * not the files that are missing in it yet.
 */
export function useFormHold(input: RefObject<HTMLInputElement | null>, isHeld: boolean): void {
  useEffect(() => {
    if (!isHeld) return
    // In front of all listeners of the form, React's too.
    const root = input.current?.getRootNode()
    function hold(event: Event) {
      if (input.current?.form?.noValidate) holdForm(event, input.current)
    }
    root?.addEventListener('submit', hold, true)
    return () => root?.removeEventListener('submit', hold, true)
  }, [input, isHeld])
}
