'use client'
import type { UseInfiniteQueryResult } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { EntityFiles } from '../queries/entity-files-query.js'

/** Loads page after page, for as long as all are wanted. */
export function useAllPages(stored: UseInfiniteQueryResult<EntityFiles>, areWanted: boolean): void {
  const { data, hasNextPage, isFetching, isFetchNextPageError, fetchNextPage } = stored
  const isNext = areWanted && hasNextPage && !isFetching && !isFetchNextPageError
  useEffect(() => {
    // Others may want them as well.
    if (isNext) void fetchNextPage({ cancelRefetch: false })
  }, [isNext, fetchNextPage, data])
}
