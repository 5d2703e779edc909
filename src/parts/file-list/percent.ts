import type { UploadState } from '../../transfer/upload-state.js'

/**
 * The percent to show, `null` while nothing is known: behind a service worker a browser tells of no progress. Never 100:
 * all sent is not yet done.
 */
export function percentOf(state: UploadState): number | null {
  if (state.status !== 'uploading' || state.sentBytes === 0 || state.totalBytes === 0) return null
  return Math.min(99, Math.floor((state.sentBytes / state.totalBytes) * 100))
}

/** The same for a bar that may be wider than a hundred pixels. */
export function barPercentOf(state: UploadState): number | null {
  if (state.status !== 'uploading' || state.sentBytes === 0 || state.totalBytes === 0) return null
  return Math.min(99, Math.floor((state.sentBytes / state.totalBytes) * 1000) / 10)
}
