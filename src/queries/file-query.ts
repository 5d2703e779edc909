import type { DataTag, QueryFunction } from '@tanstack/react-query'
import { getFile } from '../api/file-api.js'
import type { FileEntity } from '../api/types.js'
import type { FileClient } from '../create-file-client.js'
import { queryKeys } from './query-keys.js'
import { retryQuery } from './retry-query.js'

type Key = ReturnType<typeof queryKeys.file>

// Written out, since the types of TanStack Query's own helper differ between its versions.
/** What `fileQuery` gives to TanStack Query. */
export interface FileQuery {
  readonly queryKey: DataTag<Key, FileEntity>
  readonly queryFn: QueryFunction<FileEntity, Key>
  readonly retry: typeof retryQuery
}

/**
 * Query options for one File entity (`getFile`).
 *
 * @example
 * const file = await queryClient.ensureQueryData(fileQuery(client, id))
 */
export function fileQuery(client: FileClient, id: string): FileQuery {
  return {
    // The tag is known to types only.
    queryKey: queryKeys.file(id) as FileQuery['queryKey'],
    queryFn: ({ signal }) => getFile(client.http, id, { signal, owner: client.currentOwner() }),
    retry: retryQuery,
  }
}
