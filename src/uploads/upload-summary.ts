import { createStore } from 'zustand/vanilla'
import type { UploadState } from '../transfer/upload-state.js'
import { checkpointOf, isLive } from '../transfer/upload-state.js'
import type { UploadChange, Uploads } from './create-uploads.js'
import type { ReadonlyStore } from './readonly-store.js'
import type { Upload } from './upload.js'

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

const emptySummary: UploadSummary = {
  total: 0,
  done: 0,
  failed: 0,
  live: 0,
  paused: 0,
  totalBytes: 0,
  sentBytes: 0,
}

/**
 * The uploads of a scope in numbers, kept up with each change; without a scope, all of the client's.
 *
 * @example
 * const { done, total } = uploadSummary(client.uploads, scope).getState()
 */
export function uploadSummary(uploads: Uploads, scope?: string): ReadonlyStore<UploadSummary> {
  const known = summaries.get(uploads) ?? new Map<string | undefined, ReadonlyStore<UploadSummary>>()
  summaries.set(uploads, known)
  const store = known.get(scope) ?? createSummary(uploads, scope)
  known.set(scope, store)
  return store
}

const summaries = new WeakMap<Uploads, Map<string | undefined, ReadonlyStore<UploadSummary>>>()

function createSummary(uploads: Uploads, scope: string | undefined): ReadonlyStore<UploadSummary> {
  const isMine = (upload: Upload) => scope === undefined || upload.scope === scope
  const count = (listed: readonly Upload[]) =>
    listed.filter(isMine).map((upload) => ({ upload, before: null, after: upload.state.getState() }))
  const store = createStore(() => foldSummary(emptySummary, count(uploads.all())))

  uploads.onChange((changes) => {
    const mine = changes.filter(({ upload }) => isMine(upload))
    if (mine.length === 0) return
    // A new round begins where nothing is under way any more: what has left its list no longer counts.
    const isNewRound = mine[0]?.before === null && store.getState().live === 0
    store.setState(
      isNewRound ? foldSummary(emptySummary, count(uploads.all())) : foldSummary(store.getState(), mine),
      true,
    )
  })
  return store
}

/** A summary after some changes. */
function foldSummary(summary: UploadSummary, changes: readonly UploadChange[]): UploadSummary {
  const next: { -readonly [Key in keyof UploadSummary]: number } = { ...summary }
  for (const { upload, before, after } of changes) {
    // What is done keeps counting when it leaves, so that "12 of 40" does not become "0 of 28".
    if (after === null && before?.status !== 'failed') continue
    const old = countOf(before, upload.file.size)
    const now = countOf(after, upload.file.size)
    for (const key of keys) next[key] += now[key] - old[key]
  }
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
function sentBytesOf(state: UploadState, sizeBytes: number): number {
  if (state.status === 'uploading') {
    // Measured on the picked file, so that the total holds when `prepare` made it smaller.
    return state.totalBytes === 0 ? 0 : Math.round((sizeBytes * state.sentBytes) / state.totalBytes)
  }
  return isStored(state) ? sizeBytes : 0
}

function isStored(state: UploadState): boolean {
  return state.status === 'done' || checkpointOf(state).reached !== 'nothing'
}
