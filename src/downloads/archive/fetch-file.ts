import type { Clock } from '../../api/clock.js'
import { FileError, toFileError } from '../../api/errors.js'
import type { FetchBytes } from '../../api/fetch-bytes.js'
import { downloadFile, getFile } from '../../api/file-api.js'
import type { Call, Http } from '../../api/http.js'
import type { FileEntity } from '../../api/types.js'
import { wait } from '../../api/wait.js'

/** What fetching the bytes of a file needs of the client. */
export interface FetchFilePorts {
  readonly http: Http
  readonly fetchBytes: FetchBytes
  readonly clock: Clock
}

/**
 * All bytes of a file that lies in epilot, by a fresh link for each of three tries: a part of them is no file, and so their
 * number is compared with what epilot says.
 */
export async function fetchFile(
  ports: FetchFilePorts,
  file: FileEntity,
  call: Call & { readonly signal: AbortSignal },
  onBytes: (receivedBytes: number) => void,
): Promise<Blob> {
  if (file.custom_download_url) throw problem('not-a-download', `File ${file._id} lies outside of epilot.`)
  for (let attempt = 1; ; attempt++) {
    try {
      return await fetchOnce(ports, file, call, onBytes)
    } catch (cause) {
      call.signal.throwIfAborted()
      const error = toFileError(cause, 'download')
      const delayMs = error.retryAfterMs ?? attempt * 1000
      if (attempt === 3 || !error.retryable || delayMs > mostDelayMs) throw error
      await wait(ports.clock, delayMs, call.signal)
    }
  }
}

async function fetchOnce(
  { http, fetchBytes }: FetchFilePorts,
  file: FileEntity,
  call: Call,
  onBytes: (receivedBytes: number) => void,
): Promise<Blob> {
  const url = await downloadFile(http, file._id, {}, call)
  const link = { operation: 'downloadFile', step: 'download', url, authorize: false } as const
  const bytes = await fetchBytes({ ...link, maxBytes: Infinity, audience: 'staff', onBytes }, call).catch(
    (error: unknown) => {
      // Epilot has said yes by then: it is the link that S3 refuses.
      throw error instanceof FileError && error.status === 403 ? linkRefused(error) : error
    },
  )
  const { mime_type = '' } = file
  if (bytes.type.startsWith('text/html') && !/html|^$/.test(mime_type)) {
    throw problem('not-a-download', `The link of file ${file._id} answered with a page.`)
  }
  // Where the list was loaded a while ago, the file may have got other bytes since.
  if (!isWhole(bytes, file) && !isWhole(bytes, await getFile(http, file._id, call))) {
    throw problem('network', `Of file ${file._id} ${bytes.size} bytes came, which are not all of it.`)
  }
  return bytes
}

function isWhole({ size }: Blob, { size_bytes = 0 }: FileEntity): boolean {
  return size_bytes === 0 || size_bytes === size
}

// All the others wait with it.
const mostDelayMs = 60_000

function linkRefused(cause: FileError): FileError {
  return new FileError('link-expired', cause.message, { step: 'download', status: cause.status, cause })
}

function problem(code: 'network' | 'not-a-download', message: string): FileError {
  return new FileError(code, message, { step: 'download' })
}
