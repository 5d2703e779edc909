import type { Upload } from './upload.js'

/**
 * Sends again what S3 has dropped while the page stood open, from the bytes that are still here; what has none asks for
 * its file. What was given by its `s3ref` alone is of unknown age, and is left as it is.
 */
export function renewStored(uploads: readonly Upload[]): void {
  for (const upload of uploads) {
    if (upload.storedAt !== undefined && Date.now() - upload.storedAt > keptMs) upload.renew()
  }
}

// A day, and an hour to hand it in.
const keptMs = 23 * 3_600_000
