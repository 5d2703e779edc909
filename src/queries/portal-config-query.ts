import type { DataTag, QueryFunction } from '@tanstack/react-query'
import { getPublicPortalConfig } from '../api/portal-config.js'
import type { PortalConfig, PortalRef } from '../api/portal-types.js'
import type { FileClient } from '../create-file-client.js'
import { queryKeys } from './query-keys.js'
import { retryQuery } from './retry-query.js'

type Key = ReturnType<typeof queryKeys.portalConfig>

/** What `portalConfigQuery` gives to TanStack Query. */
export interface PortalConfigQuery {
  readonly queryKey: DataTag<Key, PortalConfig>
  readonly queryFn: QueryFunction<PortalConfig, Key>
  readonly retry: typeof retryQuery
  readonly staleTime: number
}

/**
 * Query options for a portal's public settings (`getPublicPortalConfig`). Asked for again after five minutes at the
 * earliest.
 *
 * @example
 * const config = await queryClient.ensureQueryData(portalConfigQuery(client, { organizationId: '123', portalId }))
 */
export function portalConfigQuery(client: FileClient, portal: PortalRef): PortalConfigQuery {
  return {
    // The tag is known to types only.
    queryKey: queryKeys.portalConfig(portal) as PortalConfigQuery['queryKey'],
    queryFn: ({ signal }) => getPublicPortalConfig(client.http, portal, { signal }),
    retry: retryQuery,
    staleTime: 300_000,
  }
}
