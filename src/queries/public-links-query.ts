import type { DataTag, QueryFunction } from '@tanstack/react-query'
import { FileError } from '../api/errors.js'
import type { PublicLink } from '../api/public-links.js'
import { listPublicLinksForFile } from '../api/public-links.js'
import type { FileClient } from '../create-file-client.js'
import { queryKeys } from './query-keys.js'
import { retryQuery } from './retry-query.js'

type Key = ReturnType<typeof queryKeys.publicLinks>

/** What `publicLinksQuery` gives to TanStack Query. */
export interface PublicLinksQuery {
  readonly queryKey: DataTag<Key, readonly PublicLink[]>
  readonly queryFn: QueryFunction<readonly PublicLink[], Key>
  readonly retry: typeof retryQuery
}

/**
 * Query options for the public links to a file (`listPublicLinksForFile`).
 *
 * @example
 * const links = await queryClient.ensureQueryData(publicLinksQuery(client, file._id))
 */
export function publicLinksQuery(client: FileClient, fileId: string): PublicLinksQuery {
  return {
    // The tag is known to types only.
    queryKey: queryKeys.publicLinks(fileId) as PublicLinksQuery['queryKey'],
    queryFn: ({ signal }) =>
      listPublicLinksForFile(client.http, fileId, { signal, owner: client.currentOwner() }),
    retry: (failures, error) => !isNotOffered(error) && retryQuery(failures, error),
  }
}

/** epilot knows what it is asked for, and does not do it yet. */
export function isNotOffered(error: unknown): boolean {
  return error instanceof FileError && error.status === 501
}
