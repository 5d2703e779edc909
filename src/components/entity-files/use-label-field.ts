'use client'
import type { ChangeEvent, KeyboardEvent } from 'react'
import { useState } from 'react'
import { isComposing } from './is-composing.js'
import type { useLabelChoices } from './use-label-choices.js'

/** What keys do in the field of labels, and which suggestion they have come to. */
export function useLabelField(labels: ReturnType<typeof useLabelChoices>, onClose: () => void) {
  const { typed, setTyped, suggestions, chosen } = labels
  const [moved, setMoved] = useState<number | null>(null)
  // Who types gets the closest one by Enter; who has typed nothing has to go to one.
  const active = Math.min(moved ?? (typed.trim() === '' ? -1 : 0), suggestions.length - 1)

  function enter(): void {
    const suggestion = suggestions[active]
    setMoved(null)
    if (suggestion) labels.take(suggestion)
    else if (typed.trim() === '') onClose()
    else labels.addTyped(typed)
  }
  function move(key: string): boolean {
    const last = suggestions.length - 1
    const next = { ArrowDown: active < last ? active + 1 : 0, ArrowUp: active > 0 ? active - 1 : last }
    const places: Readonly<Record<string, number>> = { ...next, Home: 0, End: last }
    const place = places[key]
    if (place === undefined || last < 0) return false
    setMoved(place)
    return true
  }
  return {
    active,
    onKeyDown(event: KeyboardEvent<HTMLInputElement>) {
      const { key, shiftKey, altKey, ctrlKey, metaKey, repeat } = event
      if (isComposing(event)) return
      if (shiftKey || altKey || ctrlKey || metaKey) return
      if (key === 'Enter') {
        // Or the key that takes a label would close it, too, for as long as it is held.
        if (!repeat) enter()
      } else if (key === 'Backspace' && typed === '' && !repeat) {
        const last = chosen.at(-1)
        if (last) labels.remove(last)
      } else if (!move(key)) return
      event.preventDefault()
    },
    onChange({ target, nativeEvent }: ChangeEvent<HTMLInputElement>) {
      const { value } = target
      setMoved(null)
      const end = value.lastIndexOf(',')
      const isGoingOn = nativeEvent instanceof InputEvent && nativeEvent.isComposing
      // A key of its own has the comma only where there is a keyboard; what is pasted may have many.
      if (end < 0 || isGoingOn) setTyped(value)
      else if (value === `${typed},`) {
        if (typed.trim() !== '') enter()
      } else labels.addTyped(value.slice(0, end), value.slice(end + 1).trimStart())
    },
  }
}
