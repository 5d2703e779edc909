'use client'
import type { UseMutationResult } from '@tanstack/react-query'
import { useMutation } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import type { FileError } from '../api/errors.js'
import type { FileEntity } from '../api/types.js'
import type { ExternalFile } from '../downloads/download-file.js'
import { startDownload } from '../downloads/download-file.js'
import { useFileClient } from './files-provider.js'

/** What names a file to download; one outside of epilot is told by its `custom_download_url`. */
export type DownloadTarget = Pick<FileEntity, '_id'> &
  ExternalFile & {
    /** 0 is the latest. @default 0 */
    readonly version?: number
  }

/** What `useFileDownload` answers: a mutation of TanStack Query, and a late refusal. */
export type FileDownload = UseMutationResult<void, Error, DownloadTarget> & {
  /** The link was opened, but what came was a page and not the file. */
  readonly refusal: FileError | null
}

/**
 * Downloads a file with one click: asks for a fresh link (`downloadFile`) and lets the browser download it. A file outside
 * of epilot opens in a tab of its own: call `mutate` in the click itself.
 *
 * @example
 * const { mutate: download, isPending } = useFileDownload()
 * <button onClick={() => download(file)}>Download</button>
 */
export function useFileDownload(): FileDownload {
  const client = useFileClient()
  const [refusal, setRefusal] = useState<FileError | null>(null)
  const begun = useRef(new WeakMap<DownloadTarget, Promise<void>>())
  const mutation = useMutation({
    // A click while offline fails at once, instead of starting a download minutes later.
    networkMode: 'always',
    mutationFn: (target: DownloadTarget) => begun.current.get(target) ?? begin(target),
    onMutate: () => setRefusal(null),
  })
  return {
    ...mutation,
    refusal,
    mutate(target, options) {
      beginInClick(target)
      mutation.mutate(target, options)
    },
    mutateAsync(target, options) {
      beginInClick(target)
      return mutation.mutateAsync(target, options)
    },
  }

  function begin(target: DownloadTarget): Promise<void> {
    const { _id, version = 0 } = target
    return startDownload(client, { id: _id, version, external: target, onRefused: setRefusal })
  }
  /** A tab opens in the click or not at all; a mutation begins a little later. */
  function beginInClick(target: DownloadTarget): void {
    if (!target.custom_download_url) return
    const opening = begin(target)
    opening.catch(() => {}) // it is the mutation that fails
    begun.current.set(target, opening)
  }
}
