'use client'
import type { UseQueryResult } from '@tanstack/react-query'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import type { FileEntity } from '../../api/types.js'
import { useFileClient } from '../../hooks/files-provider.js'
import { previewedBytes } from '../../api/previewed-file.js'
import { pictureQuery } from './picture-query.js'

interface PictureOptions {
  /** How wide its place is, in pixels of the screen. */
  readonly width: number
  readonly isWanted: boolean
}

/** The picture of a file, as epilot draws it; until it is there a smaller one, where a list has shown that. */
export function usePicture(
  file: FileEntity,
  { width, isWanted }: PictureOptions,
): UseQueryResult<Blob | null> {
  const client = useFileClient()
  const queryClient = useQueryClient()
  return useQuery({
    ...pictureQuery(client, file, width),
    enabled: isWanted,
    placeholderData: (shown, last) =>
      (last?.queryKey[2] === file._id && last.queryKey[3] === previewedBytes(file) ? shown : undefined) ??
      queryClient.getQueryData(pictureQuery(client, file, 0).queryKey),
  })
}

/** Has the picture of the file that comes next ready; none that would take long. */
export function usePrefetch(file: FileEntity | undefined, { width, isWanted }: PictureOptions): void {
  const client = useFileClient()
  useQuery({
    ...pictureQuery(client, file ?? nothing, width),
    enabled: isWanted && file !== undefined && (file.size_bytes ?? 0) <= mostBytes,
    // Nobody sees it yet.
    notifyOnChangeProps: [],
    retry: false,
  })
}

const nothing: FileEntity = { _id: '', filename: '' }
const mostBytes = 20_000_000
