'use client'
import type { KeyboardEvent, MouseEvent, RefObject, SyntheticEvent } from 'react'
import { useLayoutEffect } from 'react'

/** Shows a dialog in front of everything for as long as it is rendered, and gives the focus back. */
export function useModal(dialog: RefObject<HTMLDialogElement | null>, onClose: () => void) {
  useLayoutEffect(() => {
    const shown = dialog.current
    shown?.showModal()
    return () => shown?.close()
  }, [dialog])
  return {
    onCancel(event: SyntheticEvent) {
      // Only React takes it out of the page.
      event.preventDefault()
      event.stopPropagation()
      onClose()
    },
    onClick(event: MouseEvent) {
      // In the page it stands inside of other things, which have their own use for clicks and keys.
      event.stopPropagation()
      if (event.target === dialog.current) onClose()
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
