'use client'
import type { RefObject } from 'react'
import { useMemo, useRef } from 'react'
import { useMessages } from '../hooks/files-provider.js'
import { useKeepFocus } from '../parts/use-keep-focus.js'

interface ShowMoreProps {
  readonly list: RefObject<HTMLElement | null>
  readonly shown: number
  readonly total: number
  readonly isBusy: boolean
  readonly onMore: () => void
}

/** How much of a list is shown, and its next page. */
export function ShowMore({ list, shown, total, isBusy, onMore }: ShowMoreProps) {
  const { filesShown, showMore } = useMessages()
  const foot = useRef<HTMLDivElement>(null)
  const shownBefore = useRef<ReadonlySet<Element>>(new Set())
  // With the last page the button goes, and who pressed it goes on with the first of the new rows.
  const firstNew = useMemo(
    () => ({
      get current() {
        const rows = [...(list.current?.children ?? [])] as HTMLElement[] // rows are <li>
        return rows.find((row) => !shownBefore.current.has(row)) ?? null
      },
    }),
    [list],
  )
  useKeepFocus(foot, { fallback: firstNew })

  function more() {
    if (isBusy) return
    shownBefore.current = new Set(list.current?.children)
    onMore()
  }
  return (
    <div ref={foot} className="ef-foot">
      <span>{filesShown(shown, total)}</span>
      <button
        type="button"
        className="ef-button"
        data-variant="ghost"
        aria-disabled={isBusy || undefined}
        onClick={more}
      >
        {showMore}
      </button>
    </div>
  )
}
