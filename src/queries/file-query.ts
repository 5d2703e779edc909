import { queryOptions } from '@tanstack/react-query'
import { getFile } from '../api/file-api.js'
import type { FileClient } from '../create-file-client.js'
import { queryKeys } from './query-keys.js'
import { retryQuery } from './retry-query.js'

/**
 * Query options for one File entity (`getFile`).
 *
 * @example
 * const file = await queryClient.ensureQueryData(fileQuery(client, id))
 */
export function fileQuery(client: FileClient, id: string) {
  return queryOptions({
    queryKey: queryKeys.file(id),
    retry: retryQuery,
    queryFn: ({ signal }) => getFile(client.http, id, { signal, owner: client.currentOwner() }),
  })
}
