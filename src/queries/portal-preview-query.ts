import type { DataTag, QueryFunction } from '@tanstack/react-query'
import type { LoadedPortalPreview } from '../api/portal-types.js'
import type { FileClient } from '../create-file-client.js'
import { loadPortalPreview } from '../downloads/load-portal-preview.js'
import { queryKeys } from './query-keys.js'
import { retryQuery } from './retry-query.js'

type Key = ReturnType<typeof queryKeys.portalPreview>

/** What `portalPreviewQuery` gives to TanStack Query. */
export interface PortalPreviewQuery {
  readonly queryKey: DataTag<Key, LoadedPortalPreview>
  readonly queryFn: QueryFunction<LoadedPortalPreview, Key>
  readonly retry: typeof retryQuery
  readonly gcTime: 0
  readonly refetchOnWindowFocus: false
  readonly refetchOnReconnect: false
}

/**
 * Query options for how a file can be shown in a portal (`getFilePreview`). Its links live shortly, so it is forgotten as
 * soon as nobody shows it, and what is shown is not asked for again. Bytes that answer to the token alone come with it, as a
 * `Blob`.
 *
 * @example
 * const preview = await queryClient.fetchQuery(portalPreviewQuery(client, file._id))
 */
export function portalPreviewQuery(client: FileClient, fileId: string): PortalPreviewQuery {
  return {
    // The tag is known to types only.
    queryKey: queryKeys.portalPreview(fileId) as PortalPreviewQuery['queryKey'],
    queryFn: ({ signal }) => loadPortalPreview(client, fileId, { signal, owner: client.currentOwner() }),
    retry: retryQuery,
    gcTime: 0,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  }
}
