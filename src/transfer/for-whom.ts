import type { FileError, FileStep } from '../api/errors.js'
import { restate, toFileError } from '../api/errors.js'
import type { UploadMode } from './upload-job.js'

/** What went wrong with an upload, to whom it meets: portals and public journeys are for customers. */
export function forWhom(mode: UploadMode, cause: unknown, step: FileStep): FileError {
  const error = toFileError(cause, step)
  return mode === 'user' || error.audience === 'customer' ? error : restate(error, { audience: 'customer' })
}
