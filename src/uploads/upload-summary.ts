import type { StoreApi } from 'zustand/vanilla'
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
  /** Those of them that are still in their list. */
  readonly listed: number
  /** Those in their list that are new versions of files, and so no files of their own. */
  readonly versions: number
  readonly done: number
  readonly failed: number
  /** Uploads that go on or will go on by themselves, and those that are paused. */
  readonly live: number
  readonly paused: number
  /** Those that came back after a reload, whatever became of them. */
  readonly restored: number
  readonly totalBytes: number
  readonly sentBytes: number
}

const emptySummary: UploadSummary = {
  total: 0,
  listed: 0,
  versions: 0,
  done: 0,
  failed: 0,
  live: 0,
  paused: 0,
  restored: 0,
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
  const summaries = known.get(uploads) ?? keepSummaries(uploads)
  known.set(uploads, summaries)
  const store = summaries.get(scope) ?? createStore(() => foldSummary(emptySummary, countAll(uploads, scope)))
  summaries.set(scope, store)
  return store
}

type Summaries = Map<string | undefined, StoreApi<UploadSummary>>
const known = new WeakMap<Uploads, Summaries>()

/** One listener for all scopes, so that a tick costs the same however many there are. */
function keepSummaries(uploads: Uploads): Summaries {
  const summaries: Summaries = new Map()
  const listed = new Set(uploads.all())
  uploads.onChange((all) => {
    for (const { upload, before } of all) if (before === null) listed.add(upload)
    // What was dismissed while it was under way is nobody's business any more.
    const changes = all.filter(({ upload }) => listed.has(upload))
    for (const { upload, after } of all) if (after === null) listed.delete(upload)
    for (const scope of new Set([undefined, ...changes.map(({ upload }) => upload.scope)])) {
      const store = summaries.get(scope)
      if (!store) continue
      const mine = scope === undefined ? changes : changes.filter(({ upload }) => upload.scope === scope)
      // A new round begins where nothing is under way any more: what has left its list no longer counts.
      const isNewRound = mine[0]?.before === null && store.getState().live === 0
      const next = isNewRound
        ? foldSummary(emptySummary, countAll(uploads, scope))
        : foldSummary(store.getState(), mine)
      store.setState(next, true)
    }
  })
  return summaries
}

/** What is listed, as if it were just being added. */
function countAll(uploads: Uploads, scope: string | undefined): readonly UploadChange[] {
  const listed = scope === undefined ? uploads.all() : uploads.list(scope).getState()
  return listed.map((upload) => ({ upload, before: null, after: upload.state.getState() }))
}

/** A summary after some changes. */
function foldSummary(summary: UploadSummary, changes: readonly UploadChange[]): UploadSummary {
  const next: { -readonly [Key in keyof UploadSummary]: number } = { ...summary }
  for (const { upload, before, after, was } of changes) {
    // What is done keeps counting when it leaves, so that "12 of 40" does not become "0 of 28".
    if (after === null && before?.status === 'done') {
      next.listed--
      if (isVersion(upload)) next.versions--
      continue
    }
    const old = countOf(upload, before, was)
    const now = countOf(upload, after)
    for (const key of keys) next[key] += now[key] - old[key]
    if (before === null && after !== null && isRestored(upload, after)) next.restored++
  }
  return next
}

// emptySummary has every key of the summary and no other.
const keys = Object.keys(emptySummary) as (keyof UploadSummary)[]

function countOf(upload: Upload, state: UploadState | null, file = upload.file): UploadSummary {
  if (!state || state.status === 'canceled') return emptySummary
  const { size: sizeBytes } = file
  return {
    total: 1,
    listed: 1,
    versions: Number(isVersion(upload)),
    done: Number(state.status === 'done'),
    failed: Number(state.status === 'failed'),
    live: Number(isLive(state)),
    paused: Number(state.status === 'paused'),
    restored: 0,
    totalBytes: sizeBytes,
    sentBytes: sentBytesOf(state, sizeBytes),
  }
}

function isVersion({ versionOf }: Upload): boolean {
  return versionOf !== undefined
}

/** Nobody has added it just now: it was interrupted, or another tab goes on with it. */
function isRestored({ interruptedAt }: Upload, state: UploadState): boolean {
  return interruptedAt !== undefined || (state.status === 'waiting' && state.waiting.for === 'leader')
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
