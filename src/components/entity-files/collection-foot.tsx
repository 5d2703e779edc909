'use client'
import type { UseInfiniteQueryResult } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import type { FocusFallback } from '../../parts/use-keep-focus.js'
import { useKeepFocus } from '../../parts/use-keep-focus.js'
import type { EntityFiles } from '../../queries/entity-files-query.js'
import { ShowMore } from '../show-more.js'

interface CollectionFootProps {
  readonly stored: UseInfiniteQueryResult<EntityFiles>
  /** What is shown is sorted or filtered, which is right only once all files are loaded. */
  readonly needsAll: boolean
  readonly focusFallback: FocusFallback
}

/** How much of the list is loaded, and its next page. */
export function CollectionFoot({ stored, needsAll, focusFallback }: CollectionFootProps) {
  const { data, hasNextPage, isFetching, isFetchNextPageError, isFetchingNextPage, fetchNextPage } = stored
  const foot = useRef<HTMLDivElement>(null)
  useKeepFocus(foot, { fallback: focusFallback })
  const loaded = data?.files.length ?? 0
  // Each page that comes asks for the next one: a search in the first hundred would find too little.
  const isWanted = needsAll && hasNextPage && !isFetching && !isFetchNextPageError
  useEffect(() => {
    if (isWanted) void fetchNextPage()
  }, [isWanted, fetchNextPage, loaded])
  if (!hasNextPage) return null
  return (
    <div ref={foot}>
      <ShowMore
        shown={loaded}
        total={data?.hits ?? loaded}
        isBusy={isFetchingNextPage || (needsAll && !isFetchNextPageError)}
        onMore={() => void fetchNextPage()}
      />
    </div>
  )
}
