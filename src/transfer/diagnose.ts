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
  const options = { step: 'send', cause: error } as const
  if (!(await isReadable(file))) {
    return new FileError('file-unreadable', 'The file changed or went away on the device.', options)
  }
  // Real S3 answers an expired link without CORS headers, which nobody may read.
  if (ports.clock.now() >= link.expiresAt) {
    return new FileError('link-expired', 'The presigned URL expired while it was used.', options)
  }
  return error
}

/** When trying again did not help: whether S3 can be reached all the same, so that something is in between. */
export async function diagnoseForGood(
  cause: unknown,
  { url, ports }: { readonly url: string | undefined; readonly ports: UploadPorts },
): Promise<unknown> {
  if (!(cause instanceof FileError) || cause.code !== 'network' || cause.step !== 'send') return cause
  if (!url || !(await ports.connection.isReachable(url))) return cause
  const message =
    'S3 can be reached, but does not answer uploads from this page. Allow its origin and PUT in the CORS rules of the bucket, and look for a proxy in between.'
  ports.logger.warn(message, cause)
  return new FileError('blocked', message, { step: 'send', cause })
}
