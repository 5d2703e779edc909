import type { DataTag, QueryFunction } from '@tanstack/react-query'
import type { PreviewedFile } from '../api/previewed-file.js'
import { previewedBytes } from '../api/previewed-file.js'
import type { FileClient } from '../create-file-client.js'
import type { FilePreviewOptions } from '../downloads/load-file-preview.js'
import { loadFilePreview } from '../downloads/load-file-preview.js'
import { queryKeys } from './query-keys.js'
import { retryQuery } from './retry-query.js'

/** The key of a picture: of which file, of which of its bytes, how wide. */
export type FilePreviewKey = readonly [
  ...ReturnType<typeof queryKeys.filePreview>,
  bytes: string,
  options: Required<FilePreviewOptions>,
]

/** What `filePreviewQuery` gives to TanStack Query. */
export interface FilePreviewQuery {
  readonly queryKey: DataTag<FilePreviewKey, Blob | null>
  readonly queryFn: QueryFunction<Blob | null, FilePreviewKey>
  readonly retry: typeof retryQuery
  readonly staleTime: number
}

/**
 * Query options for a picture of a saved file (`previewFile`): `null` where epilot has none. It is asked for once; a new
 * version has a picture of its own.
 *
 * @example
 * const picture = await queryClient.fetchQuery(filePreviewQuery(client, file, { widthPx: 480 }))
 */
export function filePreviewQuery(
  client: FileClient,
  file: PreviewedFile,
  { widthPx = 1024, version = 0 }: FilePreviewOptions = {},
): FilePreviewQuery {
  const options = { widthPx, version }
  return {
    // The tag is known to types only.
    queryKey: [
      ...queryKeys.filePreview(file._id),
      previewedBytes(file),
      options,
    ] as unknown as FilePreviewQuery['queryKey'],
    queryFn: ({ signal }) => loadFilePreview(client, file, options, { signal, owner: client.currentOwner() }),
    retry: retryQuery,
    staleTime: Infinity,
  }
}
