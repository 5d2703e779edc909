import type { Connection } from '../../api/connection.js'
import { FileError } from '../../api/errors.js'
import type { FileEntity } from '../../api/types.js'
import { saveBlob } from '../save-blob.js'
import type { DownloadPorts } from '../download-file.js'
import { openDownloadLink } from '../download-file.js'
import type { FetchBytes } from '../../api/fetch-bytes.js'
import { askArchive } from './ask-archive.js'
import type { ArchiveOutcome, ArchiveProgress, LeftOut } from './archive-progress.js'
import { packArchive } from './pack-archive.js'
import { createUniqueNames } from './unique-names.js'

/** What an archive needs of the client. */
export interface ArchivePorts extends DownloadPorts {
  readonly fetchBytes: FetchBytes
  readonly connection: Connection
}

/** How files are downloaded as one. */
export interface ArchiveOptions {
  /** The name of the archive. */
  readonly name: string
  readonly signal: AbortSignal
  /** Whoever has asked for it. */
  readonly owner: string | undefined
  readonly onProgress: (progress: ArchiveProgress) => void
  /** Says in words what is missing, for `_failed.txt` inside. */
  readonly describe: (leftOut: readonly LeftOut[]) => string
}

/**
 * Downloads many files as one archive: packed in the browser, or by epilot where there are more than 50 of them, or more than
 * 500 MB, or nobody knows how much, or where the browser cannot reach their bytes (CORS). Rejects where there would be nothing
 * in it.
 */
export async function downloadArchive(
  ports: ArchivePorts,
  files: readonly FileEntity[],
  { name: wanted, describe, signal, owner, onProgress }: ArchiveOptions,
): Promise<ArchiveOutcome> {
  const call = { signal, owner }
  const name = createUniqueNames()(wanted)
  const totalBytes = files.reduce((sum, file) => sum + bytesOf(file), 0)
  if (files.length <= mostFiles && totalBytes <= mostBytes) {
    const { bytes, leftOut, isOutOfReach } = await packArchive(ports, files, {
      ...call,
      describe,
      onProgress,
    })
    signal.throwIfAborted()
    if (owner !== undefined && owner !== ports.currentOwner()) {
      const message = 'The archive was not saved: it began under another owner.'
      throw new FileError('owner-changed', message, { step: 'download' })
    }
    if (bytes) {
      saveBlob(bytes, { filename: name, clock: ports.clock })
      return { leftOut: leftOut.length, packedBy: 'browser' }
    }
    // What lies elsewhere cannot be had here anyway.
    const first = leftOut.find(({ file }) => !file.custom_download_url) ?? leftOut[0]
    if (first && !(isOutOfReach && ports.connection.isOnline())) throw first.error
  }
  let leftOut = 0
  for (let from = 0; from < files.length; from += mostAsked) {
    const some = files.slice(from, from + mostAsked)
    const onFiles = (count: number) => onProgress({ doneFiles: from + count, receivedBytes: 0 })
    const asked = await askArchive(ports, some, { ...call, name, onProgress: onFiles })
    signal.throwIfAborted()
    openDownloadLink(ports, asked.url, { id: name })
    leftOut += asked.leftOut
  }
  return { leftOut, packedBy: 'epilot' }
}

/** Of what lies elsewhere nothing is fetched; what epilot saves without a size may be as large as any. */
function bytesOf({ size_bytes, custom_download_url }: FileEntity): number {
  return custom_download_url ? 0 : size_bytes || Infinity
}

// By the documentation of createZipJob.
const mostFiles = 50
const mostAsked = 1000
// All of it is in memory before it is saved.
const mostBytes = 500_000_000
