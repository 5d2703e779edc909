import { keptAtS3Ms } from '../transfer/kept-at-s3.js'
import type { Upload } from './upload.js'

/**
 * Sends again what S3 has dropped while the page stood open, from the bytes that are still here; what has none asks for
 * its file. What was given by its `s3ref` alone is of unknown age, and is left as it is.
 */
export function renewStored(uploads: readonly Upload[]): void {
  droppedOf(uploads).forEach((upload) => upload.renew())
}

/** What lay at S3 for so long that it must be sent again. */
export function droppedOf(uploads: readonly Upload[]): readonly Upload[] {
  return uploads.filter(
    ({ state, storedAt = Infinity }) =>
      Date.now() - storedAt > keptAtS3Ms && state.getState().status === 'done',
  )
}
