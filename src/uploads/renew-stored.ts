import { keptAtS3Ms } from '../transfer/kept-at-s3.js'
import type { Upload } from './upload.js'

/**
 * Sends again what S3 has dropped while the page stood open, from the bytes that are still here; what has none asks for
 * its file. What was given by its `s3ref` alone is of unknown age, and is left as it is.
 */
export function renewStored(uploads: readonly Upload[]): void {
  for (const upload of uploads) {
    if (upload.storedAt !== undefined && Date.now() - upload.storedAt > keptAtS3Ms) upload.renew()
  }
}
