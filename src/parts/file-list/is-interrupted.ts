import type { UploadState } from '../../transfer/upload-state.js'
import type { Upload } from '../../uploads/upload.js'

/** A reload came between, and it stands still until somebody lets it go on. */
export function isInterrupted({ status }: UploadState, { interruptedAt }: Upload): boolean {
  return status === 'paused' && interruptedAt !== undefined
}
