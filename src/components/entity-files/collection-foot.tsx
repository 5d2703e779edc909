'use client'
import type { UseInfiniteQueryResult } from '@tanstack/react-query'
import { useRef } from 'react'
import type { FocusFallback } from '../../parts/use-keep-focus.js'
import { useKeepFocus } from '../../parts/use-keep-focus.js'
import type { EntityFiles } from '../../queries/entity-files-query.js'
import { ShowMore } from '../show-more.js'
import { useAllPages } from '../use-all-pages.js'

interface CollectionFootProps {
  readonly stored: UseInfiniteQueryResult<EntityFiles>
  /** What is shown is sorted or filtered, which is right only once all files are loaded. */
  readonly needsAll: boolean
  readonly focusFallback: FocusFallback
}

/** How much of the list is loaded, and its next page. */
export function CollectionFoot({ stored, needsAll, focusFallback }: CollectionFootProps) {
  const { data, hasNextPage, isFetchNextPageError, isFetchingNextPage, fetchNextPage } = stored
  const foot = useRef<HTMLDivElement>(null)
  useKeepFocus(foot, { fallback: focusFallback })
  // A search in the first hundred would find too little.
  useAllPages(stored, needsAll)
  if (!hasNextPage) return null
  return (
    <div ref={foot}>
      <ShowMore
        shown={data?.files.length ?? 0}
        total={data?.total}
        isBusy={isFetchingNextPage || (needsAll && !isFetchNextPageError)}
        onMore={() => void fetchNextPage()}
      />
    </div>
  )
}
