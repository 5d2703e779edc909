import type { QueryFunction } from '@tanstack/react-query'
import { downloadFile } from '../api/file-api.js'
import type { PreviewedFile } from '../api/previewed-file.js'
import { previewedBytes } from '../api/previewed-file.js'
import type { FileClient } from '../create-file-client.js'
import { queryKeys } from './query-keys.js'
import { retryQuery } from './retry-query.js'

type Key = readonly [...typeof queryKeys.all, 'file-link', id: string, bytes: string]

/** What `fileLinkQuery` gives to TanStack Query. */
export interface FileLinkQuery {
  readonly queryKey: Key
  readonly queryFn: QueryFunction<string, Key>
  readonly retry: typeof retryQuery
  readonly staleTime: number
  readonly gcTime: 0
}

/**
 * Query options for a link that shows a file instead of downloading it (`downloadFile`). Links live shortly: it is
 * forgotten as soon as nobody shows it.
 */
export function fileLinkQuery(client: FileClient, file: PreviewedFile): FileLinkQuery {
  return {
    queryKey: [...queryKeys.all, 'file-link', file._id, previewedBytes(file)],
    queryFn: ({ signal }) =>
      downloadFile(client.http, file._id, { attachment: false }, { signal, owner: client.currentOwner() }),
    retry: retryQuery,
    staleTime: linkMs,
    gcTime: 0,
  }
}

// 15 minutes, less what is on its way.
const linkMs = 14 * 60_000
