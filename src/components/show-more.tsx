'use client'
import { useMessages } from '../hooks/files-provider.js'

interface ShowMoreProps {
  readonly shown: number
  /** Not there where nobody knows. */
  readonly total: number | undefined
  readonly isBusy: boolean
  readonly onMore: () => void
}

/** How much of a list is shown, and its next page. */
export function ShowMore({ shown, total, isBusy, onMore }: ShowMoreProps) {
  const { filesShown, showMore } = useMessages()
  return (
    <div className="ef-foot">
      <span>{total !== undefined && filesShown(shown, total)}</span>
      <button
        type="button"
        className="ef-button"
        data-variant="ghost"
        aria-disabled={isBusy || undefined}
        onClick={() => isBusy || onMore()}
      >
        {showMore}
      </button>
    </div>
  )
}
