'use client'
import type { RefObject } from 'react'
import { useMessages } from '../hooks/files-provider.js'
import type { RestoredUploadsHandle } from '../hooks/use-restored-uploads.js'
import { dayAndTime } from '../locales/day-and-time.js'
import { Icon } from '../parts/icon.js'
import type { FocusFallback } from '../parts/use-keep-focus.js'
import { useKeepFocus } from '../parts/use-keep-focus.js'
import type { Upload } from '../uploads/upload.js'

interface RestoredBarProps {
  readonly restored: RestoredUploadsHandle
  readonly titleId: string
  readonly barRef: RefObject<HTMLDivElement | null>
  readonly onDiscard: (uploads: readonly Upload[]) => void
  readonly focusFallback: FocusFallback
}

/** How many uploads were interrupted and when, and what can be done with all of them. */
export function RestoredBar({ restored, titleId, barRef, onDiscard, focusFallback }: RestoredBarProps) {
  const { groups, count, goingOn, paused, interruptedAt } = restored
  const { locale, restored: words } = useMessages()
  useKeepFocus(barRef, { fallback: focusFallback })
  const { day, time } = dayAndTime(interruptedAt ?? 0, { locale })
  return (
    // A fieldset would bring a look of its own.
    // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
    <div ref={barRef} className="ef-summary" data-tone="accent" role="group" aria-labelledby={titleId}>
      <Icon name="history" />
      <div className="ef-grow">
        <p id={titleId} className="ef-heading">
          <bdi>{words.title(count)}</bdi>
        </p>
        <p className="ef-meta">
          <span>
            <bdi>{words.when(day, time)}</bdi>
          </span>
          {goingOn > 0 && (
            <span className="ef-minor">
              <bdi>{words.goOn(goingOn)}</bdi>
            </span>
          )}
        </p>
      </div>
      <button
        type="button"
        className="ef-button"
        data-variant="ghost"
        data-discard-all=""
        onClick={() => onDiscard(groups.flatMap((group) => group.uploads))}
      >
        {words.discardAll}
      </button>
      {paused > 0 && (
        <button type="button" className="ef-button" data-variant="primary" onClick={restored.continueAll}>
          <Icon name="play" size="sm" />
          {words.continueAll}
        </button>
      )}
    </div>
  )
}
