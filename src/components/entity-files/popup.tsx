'use client'
import type { ReactNode, RefObject } from 'react'
import { useLayoutEffect, useRef } from 'react'
import { useLatest } from '../../hooks/use-latest.js'
import type { FocusFallback } from '../../parts/use-keep-focus.js'
import { useModal } from '../use-modal.js'
import { keepInView, placeBeside, placeOf } from './place-beside.js'

interface PopupProps {
  /** What it belongs to: it stands beside it, and the focus goes back there. */
  readonly anchor: RefObject<HTMLElement | null>
  readonly label: string
  /** What it does when the anchor is scrolled away. @default 'closes' */
  readonly whenMoved?: 'closes' | 'follows'
  readonly onClose: () => void
  /** Gets the focus where the anchor has left. */
  readonly focusFallback?: FocusFallback
  readonly children: ReactNode
}

/**
 * A menu or a few settings beside a button. A modal dialog without a veil: in the top layer, so that no list and no panel
 * clips it, and closed by Escape, by a click elsewhere and by scrolling away.
 */
export function Popup({ anchor, label, whenMoved, onClose, focusFallback, children }: PopupProps) {
  const dialog = useRef<HTMLDialogElement>(null)
  const latest = useLatest({ onClose, whenMoved })
  // A click on its own ground, behind what it shows, was elsewhere.
  const modal = useModal(dialog, onClose, focusFallback)
  useLayoutEffect(() => {
    const popup = dialog.current
    const button = anchor.current
    if (!popup || !button) return
    const place = placeOf(button)
    placeBeside(popup, button)
    function follow({ target }: Event) {
      if (!popup || !button || (target instanceof Node && popup.contains(target))) return
      // The page may still tell of a scroll from before.
      if (latest.current.whenMoved === 'follows' || placeOf(button) === place) placeBeside(popup, button)
      else latest.current.onClose()
    }
    const listening = new AbortController()
    const { signal } = listening
    addEventListener('resize', follow, { signal })
    // The keyboard of a phone covers what it stands on, and moves what is seen of the page.
    visualViewport?.addEventListener('resize', follow, { signal })
    visualViewport?.addEventListener('scroll', follow, { signal })
    // What scrolls in a shadow root is not heard outside of it.
    for (const scope of new Set([document, button.getRootNode()])) {
      scope.addEventListener('scroll', follow, { signal, capture: true, passive: true })
    }
    const growing = new ResizeObserver(() => keepInView(popup))
    growing.observe(popup)
    return () => {
      listening.abort()
      growing.disconnect()
    }
  }, [anchor, latest])
  return (
    <dialog ref={dialog} className="ef-popup" aria-label={label} {...modal}>
      {children}
    </dialog>
  )
}
