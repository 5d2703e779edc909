import type { UploadState } from '../transfer/upload-state.js'
import { checkpointOf, isLive } from '../transfer/upload-state.js'

/** Many uploads in numbers. */
export interface UploadSummary {
  /** Uploads, without the canceled ones. */
  readonly total: number
  readonly done: number
  readonly failed: number
  /** Uploads that go on or will go on by themselves, and those that are paused. */
  readonly live: number
  readonly paused: number
  readonly totalBytes: number
  readonly sentBytes: number
}

export const emptySummary: UploadSummary = {
  total: 0,
  done: 0,
  failed: 0,
  live: 0,
  paused: 0,
  totalBytes: 0,
  sentBytes: 0,
}

/** One step of the fold: an upload of `sizeBytes` goes from `before` to `after`; `null` is "not there". */
export function foldSummary(
  summary: UploadSummary,
  { before, after, sizeBytes }: { before: UploadState | null; after: UploadState | null; sizeBytes: number },
): UploadSummary {
  const old = countOf(before, sizeBytes)
  const now = countOf(after, sizeBytes)
  const next: { -readonly [Key in keyof UploadSummary]: number } = { ...summary }
  for (const key of keys) next[key] += now[key] - old[key]
  return next
}

// emptySummary has every key of the summary and no other.
const keys = Object.keys(emptySummary) as (keyof UploadSummary)[]

function countOf(state: UploadState | null, sizeBytes: number): UploadSummary {
  if (!state || state.status === 'canceled') return emptySummary
  return {
    total: 1,
    done: Number(state.status === 'done'),
    failed: Number(state.status === 'failed'),
    live: Number(isLive(state)),
    paused: Number(state.status === 'paused'),
    totalBytes: sizeBytes,
    sentBytes: sentBytesOf(state, sizeBytes),
  }
}

/** How many bytes of a file of `sizeBytes` are at S3, or on their way there. */
export function sentBytesOf(state: UploadState, sizeBytes: number): number {
  if (state.status === 'uploading') {
    // Measured on the picked file, so that the total holds when `prepare` made it smaller.
    return state.totalBytes === 0 ? 0 : Math.round((sizeBytes * state.sentBytes) / state.totalBytes)
  }
  return isStored(state) ? sizeBytes : 0
}

function isStored(state: UploadState): boolean {
  return state.status === 'done' || checkpointOf(state).reached !== 'nothing'
}
