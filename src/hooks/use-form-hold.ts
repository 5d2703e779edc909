'use client'
import type { RefObject } from 'react'
import { useEffect } from 'react'

/**
 * Holds back a form that leaves validity to its own rules (`noValidate`, as with react-hook-form): they see the value, and
 * not the files that are missing in it yet. A button with `formNoValidate` goes through, to save a draft for example.
 */
export function useFormHold(input: RefObject<HTMLInputElement | null>, isHeld: boolean): void {
  useEffect(() => {
    if (!isHeld) return
    // In front of all listeners of the form, React's too.
    const root = input.current?.getRootNode()
    function hold(event: Event) {
      const { current } = input
      if (!current?.form?.noValidate || event.target !== current.form) return
      if (current.validity.valid || !current.willValidate || isForced(event)) return
      event.preventDefault()
      event.stopImmediatePropagation()
      current.reportValidity()
      current.focus()
    }
    root?.addEventListener('submit', hold, true)
    return () => root?.removeEventListener('submit', hold, true)
  }, [input, isHeld])
}

function isForced(event: Event): boolean {
  const submitter = event instanceof SubmitEvent ? event.submitter : null
  return (
    (submitter instanceof HTMLButtonElement || submitter instanceof HTMLInputElement) &&
    submitter.formNoValidate
  )
}
