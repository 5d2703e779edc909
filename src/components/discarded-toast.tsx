'use client'
import type { RefObject } from 'react'
import { useRef } from 'react'
import { useMessages } from '../hooks/files-provider.js'
import { Icon } from '../parts/icon.js'
import type { FocusFallback } from '../parts/use-keep-focus.js'
import { useKeepFocus } from '../parts/use-keep-focus.js'

interface DiscardedToastProps {
  readonly count: number
  readonly undoRef: RefObject<HTMLButtonElement | null>
  readonly onUndo: () => void
  readonly onDismiss: () => void
  readonly focusFallback: FocusFallback
}

/** What was discarded, for as long as it can be brought back. */
export function DiscardedToast({ count, undoRef, onUndo, onDismiss, focusFallback }: DiscardedToastProps) {
  const { restored, undo, dismiss } = useMessages()
  const toast = useRef<HTMLDivElement>(null)
  useKeepFocus(toast, { fallback: focusFallback })
  return (
    <div ref={toast} className="ef-toast">
      <span>
        <bdi>{restored.discarded(count)}</bdi>
      </span>
      <span className="ef-toast-actions">
        <button ref={undoRef} type="button" className="ef-button" data-variant="ghost" onClick={onUndo}>
          <Icon name="undo" size="sm" mirror />
          {undo}
        </button>
        <button
          type="button"
          className="ef-icon-button"
          title={dismiss}
          aria-label={dismiss}
          onClick={onDismiss}
        >
          <Icon name="x" />
        </button>
      </span>
    </div>
  )
}
