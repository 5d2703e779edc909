'use client'
import type { UseInfiniteQueryResult } from '@tanstack/react-query'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { PortalFiles, PortalFilesOptions } from '../queries/portal-files-query.js'
import { portalFilesQuery } from '../queries/portal-files-query.js'
import { useFileClient } from './files-provider.js'

/**
 * The files that a portal user may see, of one entity or of all, a page at a time, newest first
 * (`searchPortalUserEntities`).
 *
 * @example
 * const { data, hasNextPage, fetchNextPage } = usePortalFiles({ entity: { slug: 'contract', id } })
 */
export function usePortalFiles({
  entity,
  text,
  sort,
}: PortalFilesOptions = {}): UseInfiniteQueryResult<PortalFiles> {
  const client = useFileClient()
  const { slug, id } = entity ?? {}
  // The same options while they name the same files, so that what they select is worked out once.
  const options = useMemo(
    () =>
      portalFilesQuery(client, {
        ...(slug !== undefined && id !== undefined && { entity: { slug, id } }),
        ...(text !== undefined && { text }),
        ...(sort !== undefined && { sort }),
      }),
    [client, slug, id, text, sort],
  )
  return useInfiniteQuery(options)
}
