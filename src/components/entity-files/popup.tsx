'use client'
import type { ReactNode, RefObject } from 'react'
import { useEffect, useLayoutEffect, useRef } from 'react'
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
    if (dialog.current && anchor.current) placeBeside(dialog.current, anchor.current)
  }, [anchor])
  useEffect(() => {
    const leave = ({ target }: Event) => {
      if (!dialog.current?.contains(target as Node)) close.current() // as all that scrolls in a page
    }
    addEventListener('resize', leave)
    document.addEventListener('scroll', leave, { capture: true, passive: true })
    return () => {
      removeEventListener('resize', leave)
      document.removeEventListener('scroll', leave, { capture: true })
    }
  }, [close])
  return (
    <dialog ref={dialog} className="ef-popup" aria-label={label} {...modal}>
      {children}
    </dialog>
  )
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
