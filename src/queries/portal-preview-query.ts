import type { DataTag, QueryFunction } from '@tanstack/react-query'
import { getFilePreview } from '../api/portal-api.js'
import type { PortalPreview } from '../api/portal-types.js'
import type { FileClient } from '../create-file-client.js'
import { queryKeys } from './query-keys.js'
import { retryQuery } from './retry-query.js'

type Key = ReturnType<typeof queryKeys.portalPreview>

/** What `portalPreviewQuery` gives to TanStack Query. */
export interface PortalPreviewQuery {
  readonly queryKey: DataTag<Key, PortalPreview>
  readonly queryFn: QueryFunction<PortalPreview, Key>
  readonly retry: typeof retryQuery
  readonly gcTime: 0
  readonly refetchOnWindowFocus: false
  readonly refetchOnReconnect: false
}

/**
 * Query options for how a file can be shown in a portal (`getFilePreview`). Its links live shortly, so it is forgotten as
 * soon as nobody shows it, and what is shown is not asked for again.
 *
 * @example
 * const preview = await queryClient.fetchQuery(portalPreviewQuery(client, file._id))
 */
export function portalPreviewQuery(client: FileClient, fileId: string): PortalPreviewQuery {
  return {
    // The tag is known to types only.
    queryKey: queryKeys.portalPreview(fileId) as PortalPreviewQuery['queryKey'],
    queryFn: ({ signal }) => getFilePreview(client.http, fileId, { signal, owner: client.currentOwner() }),
    retry: retryQuery,
    gcTime: 0,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  }
}
