'use client'
import type { QueryClient, UseQueryResult } from '@tanstack/react-query'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import type { FileEntity } from '../../api/types.js'
import type { FileClient } from '../../create-file-client.js'
import { useFileClient } from '../../hooks/files-provider.js'
import { pictureQuery, widths } from './picture-query.js'

interface PictureOptions {
  /** How wide its place is, in pixels of the screen. */
  readonly width: number
  readonly isWanted: boolean
}

/** The picture of a file, as epilot draws it; until it is there, and where it does not come, another width that is. */
export function usePicture(file: FileEntity, { width, isWanted }: PictureOptions): Picture {
  const client = useFileClient()
  const queryClient = useQueryClient()
  const here = () => pictureHere(queryClient, client, file)
  const { data, error, refetch } = useQuery({
    ...pictureQuery(client, file, width),
    enabled: isWanted,
    placeholderData: here,
  })
  const instead = error ? here() : undefined
  return instead ? { data: instead, error: null, refetch } : { data, error, refetch }
}

type Picture = Pick<UseQueryResult<Blob | null>, 'data' | 'error' | 'refetch'>

/** The sharpest that is here already, of the same bytes. */
function pictureHere(
  queryClient: QueryClient,
  client: FileClient,
  file: FileEntity,
): Blob | null | undefined {
  const here = widths.map((width) => queryClient.getQueryData(pictureQuery(client, file, width).queryKey))
  return here.findLast((picture) => picture !== undefined)
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
