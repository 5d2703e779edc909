'use client'
import type { UseMutationResult } from '@tanstack/react-query'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { FileError } from '../api/errors.js'
import type { FileEntity } from '../api/types.js'
import { startDownload } from '../downloads/download-file.js'
import { useFileClient } from './files-provider.js'

/** What names a file to download. */
export type DownloadTarget = Pick<FileEntity, '_id'> & {
  /** 0 is the latest. @default 0 */
  readonly version?: number
}

/** What `useFileDownload` answers: a mutation of TanStack Query, and a late refusal. */
export type FileDownload = UseMutationResult<void, Error, DownloadTarget> & {
  /** The link was opened, but what came was a page and not the file. */
  readonly refusal: FileError | null
}

/**
 * Downloads a file with one click: asks for a fresh link (`downloadFile`) and lets the browser download it.
 *
 * @example
 * const { mutate: download, isPending } = useFileDownload()
 * <button onClick={() => download(file)}>Download</button>
 */
export function useFileDownload(): FileDownload {
  const client = useFileClient()
  const [refusal, setRefusal] = useState<FileError | null>(null)
  const mutation = useMutation({
    // A click while offline fails at once, instead of starting a download minutes later.
    networkMode: 'always',
    mutationFn: ({ _id, version = 0 }: DownloadTarget) =>
      startDownload(client, { id: _id, version, onRefused: setRefusal }),
    onMutate: () => setRefusal(null),
  })
  return { ...mutation, refusal }
}
