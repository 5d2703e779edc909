'use client'
import type { ReactNode, RefObject } from 'react'
import { useLayoutEffect, useRef } from 'react'
import { useLatest } from '../../hooks/use-latest.js'
import { useModal } from '../use-modal.js'

interface PopupProps {
  /** What it belongs to: it stands beside it, and the focus goes back there. */
  readonly anchor: RefObject<HTMLElement | null>
  readonly label: string
  readonly onClose: () => void
  readonly children: ReactNode
}

/**
 * A menu or a few settings beside a button. A modal dialog without a veil: in the top layer, so that no list and no panel
 * clips it, and closed by Escape, by a click elsewhere and by scrolling away.
 */
export function Popup({ anchor, label, onClose, children }: PopupProps) {
  const dialog = useRef<HTMLDialogElement>(null)
  const close = useLatest(onClose)
  // A click on its own ground, behind what it shows, was elsewhere.
  const modal = useModal(dialog, onClose)
  useLayoutEffect(() => {
    const popup = dialog.current
    const button = anchor.current
    if (!popup || !button) return
    const place = placeOf(button)
    placeBeside(popup, button)
    function follow({ target }: Event) {
      if (!popup || !button || (target instanceof Node && popup.contains(target))) return
      // The page may still tell of a scroll from before.
      if (placeOf(button) === place) placeBeside(popup, button)
      else close.current()
    }
    const listening = new AbortController()
    const { signal } = listening
    addEventListener('resize', follow, { signal })
    // What scrolls in a shadow root is not heard outside of it.
    for (const scope of new Set([document, button.getRootNode()])) {
      scope.addEventListener('scroll', follow, { signal, capture: true, passive: true })
    }
    return () => listening.abort()
  }, [anchor, close])
  return (
    <dialog ref={dialog} className="ef-popup" aria-label={label} {...modal}>
      {children}
    </dialog>
  )
}

/** Where it is seen. */
function placeOf(element: HTMLElement): string {
  const { x, y } = element.getBoundingClientRect()
  return `${Math.round(x)} ${Math.round(y)}`
}

/** Below the anchor, or above where there is no room; ends where the anchor ends, in the direction one reads. */
function placeBeside(popup: HTMLElement, anchor: HTMLElement): void {
  const to = anchor.getBoundingClientRect()
  const { width, height } = popup.getBoundingClientRect()
  const isRtl = getComputedStyle(anchor).direction === 'rtl'
  const left = isRtl ? to.left : to.right - width
  const below = to.bottom + gap
  const top = below + height > innerHeight && to.top - gap - height > 0 ? to.top - gap - height : below
  // Set by script, which a strict policy for styles allows.
  popup.style.left = `${clamp(left, innerWidth - width - edge)}px`
  popup.style.top = `${clamp(top, innerHeight - height - edge)}px`
}

function clamp(value: number, max: number): number {
  return Math.max(edge, Math.min(value, max))
}

const gap = 4
const edge = 8
