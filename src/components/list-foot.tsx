'use client'
import { useRef } from 'react'
import { useStore } from 'zustand'
import { useMessages } from '../hooks/files-provider.js'
import { UploadSummaryClearDoneButton } from '../parts/upload-summary/clear-done-button.js'
import { UploadSummaryRetryFailedButton } from '../parts/upload-summary/retry-failed-button.js'
import { SummaryContext } from '../parts/upload-summary/summary-context.js'
import type { VisibleRange } from '../parts/file-list/list-context.js'
import type { FocusFallback } from '../parts/use-keep-focus.js'
import { useKeepFocus } from '../parts/use-keep-focus.js'
import type { ReadonlyStore } from '../uploads/readonly-store.js'

interface ListFootProps {
  readonly scope: string
  /** What is in view, in a store of its own: scrolling renders these words and nothing else here. */
  readonly range: ReadonlyStore<VisibleRange | null>
  readonly total: number
  readonly focusFallback: FocusFallback
}

/** Where one is in a long list, and what can be done to many of its rows. */
export function ListFoot({ scope, range, total, focusFallback }: ListFootProps) {
  const foot = useRef<HTMLDivElement>(null)
  useKeepFocus(foot, { fallback: focusFallback })
  return (
    <SummaryContext.Provider value={scope}>
      <div ref={foot} className="ef-foot">
        <span className="ef-grow">
          <RangeWords range={range} total={total} />
        </span>
        <UploadSummaryRetryFailedButton when="always" data-variant="ghost" />
        <UploadSummaryClearDoneButton />
      </div>
    </SummaryContext.Provider>
  )
}

function RangeWords({ range, total }: Pick<ListFootProps, 'range' | 'total'>) {
  const shown = useStore(range)
  const { rangeOf } = useMessages()
  // Told a moment later when rows have gone.
  return shown && <bdi>{rangeOf(shown.from + 1, Math.min(shown.to + 1, total), total)}</bdi>
}
