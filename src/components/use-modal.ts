'use client'
import type { KeyboardEvent, MouseEvent, PointerEvent, RefObject, SyntheticEvent } from 'react'
import { useLayoutEffect, useRef } from 'react'
import { useLatest } from '../hooks/use-latest.js'
import type { FocusFallback } from '../parts/use-keep-focus.js'
import { isFocusNowhere } from '../parts/use-keep-focus.js'

/** Shows a dialog in front of everything for as long as it is rendered, and gives the focus back, else to `focusFallback`. */
export function useModal(
  dialog: RefObject<HTMLDialogElement | null>,
  onClose: () => void,
  focusFallback?: FocusFallback,
) {
  const fallback = useLatest(focusFallback)
  const pressed = useRef<EventTarget>(null)
  useLayoutEffect(() => {
    const shown = dialog.current
    const goOn = () => fallback.current?.current?.focus()
    shown?.showModal()
    return () => {
      shown?.close()
      // What had it before may have left: then it is nowhere, or still in here for a moment.
      if (shown && (isFocusNowhere(shown) || shown.matches(':focus-within'))) goOn()
    }
  }, [dialog, fallback])
  return {
    onCancel(event: SyntheticEvent) {
      // Only React takes it out of the page.
      event.preventDefault()
      event.stopPropagation()
      onClose()
    },
    onPointerDown(event: PointerEvent) {
      pressed.current = event.target
    },
    onClick(event: MouseEvent) {
      // In the page it stands inside of other things, which have their own use for clicks and keys.
      event.stopPropagation()
      // Who selects text and lets go outside has not clicked there.
      if (event.target === dialog.current && pressed.current === dialog.current) onClose()
    },
    onKeyDown(event: KeyboardEvent) {
      event.stopPropagation()
      const { target } = event
      // The form that it may stand in is not handed in by a key that is pressed in here.
      if (
        event.key === 'Enter' &&
        target instanceof HTMLInputElement &&
        !dialog.current?.contains(target.form)
      ) {
        event.preventDefault()
      }
      if (event.key !== 'Escape') return
      // Or the browser would close what is behind it, too.
      event.preventDefault()
      onClose()
    },
  }
}
