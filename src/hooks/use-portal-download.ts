'use client'
import type { UseMutationResult } from '@tanstack/react-query'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { FileError } from '../api/errors.js'
import type { PortalFile } from '../api/portal-types.js'
import type { PortalDownload } from '../downloads/download-portal-file.js'
import { startPortalDownload } from '../downloads/download-portal-file.js'
import type { PortalFilesData } from '../queries/portal-files-query.js'
import { queryKeys } from '../queries/query-keys.js'
import { useFileClient } from './files-provider.js'

/** Which file; its name and where it lies are of use where its bytes answer to the token alone. */
export type PortalFileToDownload = Pick<PortalFile, '_id'> &
  Partial<Pick<PortalFile, 'filename' | 'custom_download_url_auth'>>

/** What `usePortalDownload` answers: a mutation of TanStack Query, and a late refusal. */
export type PortalFileDownload = UseMutationResult<PortalDownload, Error, PortalFileToDownload> & {
  /** The link was opened, but what came was a page and not the file. */
  readonly refusal: FileError | null
}

/**
 * Downloads a file as a portal user with one click (`getFilePreview`), and tells epilot (`trackFileDownloaded`): it is no
 * longer new then, in the cached lists too.
 *
 * @example
 * const { mutate: download, isPending } = usePortalDownload()
 * <button onClick={() => download(file)}>Download</button>
 */
export function usePortalDownload(): PortalFileDownload {
  const client = useFileClient()
  const queryClient = useQueryClient()
  const [refusal, setRefusal] = useState<FileError | null>(null)
  const mutation = useMutation({
    // A click while offline fails at once, instead of starting a download minutes later.
    networkMode: 'always',
    mutationFn: ({ _id: id, ...file }: PortalFileToDownload) =>
      startPortalDownload(client, { ...file, id, onRefused: setRefusal }),
    onMutate: () => setRefusal(null),
    onSuccess: ({ trackError }, { _id }) => {
      if (trackError) return
      const seen = (file: PortalFile) => (file._id === _id ? { ...file, is_new: false } : file)
      queryClient.setQueriesData<PortalFilesData>(
        { queryKey: queryKeys.allPortalFiles },
        (data) =>
          data && {
            ...data,
            pages: data.pages.map((page) => ({ ...page, results: page.results.map(seen) })),
          },
      )
    },
  })
  return { ...mutation, refusal }
}
