import { FileError } from '../api/errors.js'
import { isReadable } from '../api/is-readable.js'
import type { UploadLink } from './presigned-url.js'
import type { UploadPorts } from './upload-job.js'

/** Why a PUT got no answer: browsers say "status 0" to a lost connection, a changed file and a refusal alike. */
export async function diagnose(
  error: FileError,
  { file, link, ports }: { readonly file: Blob; readonly link: UploadLink; readonly ports: UploadPorts },
): Promise<FileError> {
  if (error.code !== 'network' || !ports.connection.isOnline()) return error
  const found = await unlessUnreadable(file, error)
  // Real S3 answers an expired link without CORS headers, which nobody may read.
  if (found === error && ports.clock.now() >= link.expiresAt) {
    return new FileError('link-expired', 'The presigned URL expired while it was used.', {
      step: 'send',
      cause: error,
    })
  }
  return found
}

/** The error, unless the file itself is to blame: whatever reads one that is gone fails in its own way. */
export async function unlessUnreadable(file: Blob, error: FileError): Promise<FileError> {
  if (await isReadable(file)) return error
  return new FileError('file-unreadable', 'The file changed or went away on the device.', {
    step: error.step,
    cause: error,
  })
}

/** Whether S3 can be reached all the same, so that something is in between; developers are told what to look at. */
export async function isBlocked(
  cause: FileError,
  { url, ports }: { readonly url: string; readonly ports: UploadPorts },
): Promise<boolean> {
  const isReachable = await ports.connection.isReachable(url)
  if (isReachable) ports.logger.warn(blocked, cause)
  return isReachable
}

/** When trying again did not help, or never could. */
export async function diagnoseForGood(
  cause: unknown,
  { url, ports }: { readonly url: string | undefined; readonly ports: UploadPorts },
): Promise<unknown> {
  if (!(cause instanceof FileError)) return cause
  // People can do little about these without a developer.
  if (cause.code === 'file-unreadable' || cause.code === 'link-rejected')
    ports.logger.warn(cause.message, cause)
  if (cause.code !== 'network' || cause.step !== 'send') return cause
  return url && (await isBlocked(cause, { url, ports }))
    ? new FileError('blocked', blocked, { step: 'send', cause })
    : cause
}

const blocked =
  'S3 can be reached, but does not answer uploads from this page. Do the CORS rules of the bucket allow its origin and PUT? Is a proxy in between?'
