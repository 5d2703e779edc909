'use client'
import { useRef, useState } from 'react'
import type { FileError } from '../api/errors.js'
import { toFileError } from '../api/errors.js'
import type { FileEntity } from '../api/types.js'
import type { ArchiveOutcome, ArchiveProgress, LeftOut } from '../downloads/archive/archive-progress.js'
import { describeError } from '../locales/describe-error.js'
import type { Messages } from '../locales/messages.js'
import { useFileClient, useMessages } from './files-provider.js'

/** How far a download of many files is. */
export type ArchiveState =
  | (ArchiveProgress & {
      readonly status: 'packing'
      readonly name: string
      readonly totalFiles: number
      /** As far as epilot knows sizes. */
      readonly totalBytes: number
    })
  /** It is with the browser, which may still be downloading it. */
  | (ArchiveOutcome & { readonly status: 'done'; readonly name: string })
  | { readonly status: 'failed'; readonly name: string; readonly error: FileError }

/** What `useDownloadArchive` answers. */
export interface ArchiveDownload {
  /** `null` before the first one, after a cancel and once it was dismissed. */
  readonly state: ArchiveState | null
  /** Downloads files as one archive; while another one is being packed nothing happens. */
  readonly start: (files: readonly FileEntity[], options?: ArchiveDownloadOptions) => void
  /** Stops what is being packed. */
  readonly cancel: () => void
  /** Forgets how the last one went. */
  readonly dismiss: () => void
}

/** How an archive is called. */
export interface ArchiveDownloadOptions {
  /** @default 'Files.zip' in the language of the messages */
  readonly name?: string | undefined
}

/**
 * Downloads many files as one zip archive. Up to 50 files and 500 MB are packed in the browser, more by epilot
 * (`createZipJob`). A file that cannot be had is left out, and told in `_failed.txt` inside. It goes on when the component
 * leaves, and ends with `client.forget()`.
 *
 * @example
 * const { state, start, cancel } = useDownloadArchive()
 * <button onClick={() => start(files, { name: 'Opportunity 1043.zip' })}>Download as zip</button>
 */
export function useDownloadArchive(): ArchiveDownload {
  const client = useFileClient()
  const messages = useMessages()
  const [state, setState] = useState<ArchiveState | null>(null)
  const running = useRef<AbortController | null>(null)

  async function run(files: readonly FileEntity[], name: string): Promise<void> {
    const stop = (running.current = new AbortController())
    const { signal } = stop
    const stopListening = client.onForget(() => end(stop))
    const owner = client.currentOwner()
    const totalFiles = files.length
    const totalBytes = files.reduce((sum, { size_bytes = 0 }) => sum + size_bytes, 0)
    const tell = (next: ArchiveState) => signal.aborted || setState(next)
    const onProgress = (progress: ArchiveProgress) =>
      tell({ status: 'packing', name, totalFiles, totalBytes, ...progress })
    onProgress({ doneFiles: 0, receivedBytes: 0 })
    try {
      // Few lists are ever packed.
      const { downloadArchive } = await import('../downloads/archive/download-archive.js')
      const outcome = await downloadArchive(client, files, {
        name,
        signal,
        owner,
        onProgress,
        describe: (missing) => missing.map((one) => `${whyLeftOut(one, messages)}\r\n`).join(''),
      })
      tell({ status: 'done', name, ...outcome })
    } catch (cause) {
      tell({ status: 'failed', name, error: toFileError(cause, 'download') })
    } finally {
      stopListening()
      if (running.current === stop) running.current = null
    }
  }
  function end(stop: AbortController): void {
    stop.abort()
    running.current = null
    setState(null)
  }
  return {
    state,
    start(files, { name = `${messages.files}.zip` } = {}) {
      if (files.length > 0 && !running.current) void run(files, name)
    },
    cancel() {
      if (running.current) end(running.current)
    },
    dismiss: () => setState((now) => (now?.status === 'packing' ? now : null)),
  }
}

/** A line of `_failed.txt`; of what lies elsewhere it says where. */
function whyLeftOut({ file, error }: LeftOut, messages: Messages): string {
  return `${file.filename}: ${file.custom_download_url || describeError(error, messages).what}`
}
