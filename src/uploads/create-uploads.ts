import type { StoreApi } from 'zustand/vanilla'
import { createStore } from 'zustand/vanilla'
import type { EntityRef, FileAttributes } from '../api/types.js'
import { createAttachLane } from '../transfer/attach-lane.js'
import type { Prepare, UploadMode, UploadPorts } from '../transfer/upload-job.js'
import type { UploadState } from '../transfer/upload-state.js'
import type { OnDone, OnFailed } from './create-upload.js'
import { createUpload } from './create-upload.js'
import type { ReadonlyStore } from './readonly-store.js'
import type { Upload } from './upload.js'
import type { UploadSummary } from './upload-summary.js'
import { emptySummary, foldSummary } from './upload-summary.js'

/** How files are to be uploaded. */
export interface AddOptions {
  /** The list they belong to; a component that is mounted again finds them by it. */
  readonly scope: string
  /** The business entity to attach them to once they are saved. */
  readonly entity?: EntityRef | undefined
  /** @default 'user' */
  readonly mode?: UploadMode | undefined
  /** What the File entities are saved with, for all files or file by file; read when the files are added. */
  readonly save?: FileAttributes | ((file: File) => FileAttributes) | undefined
  /** Makes the bytes ready before they are sent. */
  readonly prepare?: Prepare | undefined
  /**
   * `false` lets them stand in line until `start()`.
   * @default true
   */
  readonly autoStart?: boolean | undefined
  /** Called once for each upload that is done. */
  readonly onDone?: OnDone | undefined
  /** Called each time an upload fails for good. */
  readonly onFailed?: OnFailed | undefined
}

/** Every upload of one client, in lists by scope. */
export interface Uploads {
  /** Takes files in and sets out with them. Returns one upload a file, in the same order. */
  add(files: readonly File[], options: AddOptions): readonly Upload[]
  /** The uploads of a scope, oldest first. */
  list(scope: string): ReadonlyStore<readonly Upload[]>
  /** The uploads of a scope in numbers. */
  summary(scope: string): ReadonlyStore<UploadSummary>
  /** Every upload of the client in numbers. */
  readonly total: ReadonlyStore<UploadSummary>
  /** Every upload of every scope. */
  all(): readonly Upload[]
  /** Takes many out of their lists at once; those under way go on. */
  remove(uploads: readonly Upload[]): void
  /** Tells of each upload that is done. Returns the function that ends it. */
  onSettled(listener: (upload: Upload) => void): () => void
  /** Stops everything that can still be stopped. */
  close(): void
}

export interface UploadsOptions extends Omit<UploadPorts, 'attachLane'> {
  readonly currentOwner: () => string | undefined
}

export function createUploads({ currentOwner, ...rest }: UploadsOptions): Uploads {
  const scopes = new Map<string, Scope>()
  const total = createStore(() => emptySummary)
  const listeners = new Set<(upload: Upload) => void>()
  const attachLane = createAttachLane({ http: rest.http, clock: rest.clock, underWay: () => total.getState().live })
  const home = { ports: { ...rest, attachLane }, onChange, dismiss: (upload: Upload) => remove([upload]) }

  return {
    add,
    remove,
    total,
    list: (scope) => scopeOf(scope).list,
    summary: (scope) => scopeOf(scope).summary,
    onSettled(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    all,
    close() {
      for (const upload of all()) upload.cancel()
    },
  }

  function all(): readonly Upload[] {
    return [...scopes.values()].flatMap(({ list }) => list.getState())
  }

  function add(files: readonly File[], options: AddOptions): readonly Upload[] {
    const { scope, mode = 'user', save = {}, autoStart = true } = options
    const owner = currentOwner()
    const added = files.map((file) =>
      createUpload(
        { ...options, id: createId(), file, mode, owner, save: typeof save === 'function' ? save(file) : save },
        home,
      ),
    )
    const { list, summary } = scopeOf(scope)
    // A new round begins where nothing is under way any more: what has left the list no longer counts.
    const isNewRound = summary.getState().live === 0
    list.setState([...list.getState(), ...added], true)
    summary.setState(isNewRound ? fold(list.getState(), emptySummary, 'in') : fold(added, summary.getState(), 'in'), true)
    total.setState(fold(added, total.getState().live === 0 ? emptySummary : total.getState(), 'in'), true)
    if (autoStart) for (const upload of added) upload.start()
    return added
  }

  function remove(uploads: readonly Upload[]): void {
    const gone = new Set(uploads)
    for (const { list, summary } of scopes.values()) {
      const listed = list.getState()
      const kept = listed.filter((upload) => !gone.has(upload))
      if (kept.length === listed.length) continue
      list.setState(kept, true)
      // What is done keeps counting when it leaves, so that "12 of 40" does not become "0 of 28".
      const failed = listed.filter((upload) => gone.has(upload) && upload.state.getState().status === 'failed')
      summary.setState(fold(failed, summary.getState(), 'out'), true)
    }
  }

  function onChange(upload: Upload, before: UploadState, after: UploadState): void {
    const step = { before, after, sizeBytes: upload.file.size }
    const { summary } = scopeOf(upload.scope)
    summary.setState(foldSummary(summary.getState(), step), true)
    total.setState(foldSummary(total.getState(), step), true)
    if (after.status === 'done') for (const listener of listeners) listener(upload)
  }

  function scopeOf(name: string): Scope {
    const known = scopes.get(name)
    if (known) return known
    const scope = { list: createStore<readonly Upload[]>(() => []), summary: createStore(() => emptySummary) }
    scopes.set(name, scope)
    return scope
  }
}

interface Scope {
  readonly list: StoreApi<readonly Upload[]>
  readonly summary: StoreApi<UploadSummary>
}

/** A summary with some uploads counted in, or out. */
function fold(uploads: readonly Upload[], from: UploadSummary, direction: 'in' | 'out'): UploadSummary {
  return uploads.reduce((summary, { state, file }) => {
    const now = state.getState()
    const [before, after] = direction === 'in' ? [null, now] : [now, null]
    return foldSummary(summary, { before, after, sizeBytes: file.size })
  }, from)
}

function createId(): string {
  // Not randomUUID(), which exists on secure origins only.
  return Array.from(crypto.getRandomValues(new Uint32Array(4)), (part) => part.toString(36)).join('-')
}
