import type { StoreApi } from 'zustand/vanilla'
import { createStore } from 'zustand/vanilla'
import type { FileError } from '../api/errors.js'
import type { EntityRef, FileAttributes } from '../api/types.js'
import { abortable } from '../api/abortable.js'
import type { Arm, Prepare, UploadMode, UploadPorts } from '../transfer/upload-job.js'
import { keptAtS3Ms } from '../transfer/kept-at-s3.js'
import { runUpload } from '../transfer/run-upload.js'
import type { UploadEvent } from '../transfer/transition.js'
import { transition } from '../transfer/transition.js'
import type { UploadResult, UploadState } from '../transfer/upload-state.js'
import {
  canDescribe,
  checkpointOf,
  isFileChanged,
  mayAttachElsewhere,
  nothing,
} from '../transfer/upload-state.js'
import { safely } from './safely.js'
import type { Upload } from './upload.js'

/** What an upload is made of. */
export interface UploadSeed {
  readonly id: string
  readonly file: File
  readonly scope: string
  readonly mode: UploadMode
  readonly entity?: EntityRef | undefined
  readonly versionOf?: string | undefined
  readonly replaces?: readonly string[] | undefined
  readonly owner: string | undefined
  readonly save: FileAttributes
  readonly prepare?: Prepare | undefined
  readonly onDone?: OnDone | undefined
  readonly onFailed?: OnFailed | undefined
  /** What is known of it from before a reload. */
  readonly restored?: RestoredSeed | undefined
}

/** How an upload was found again. */
export interface RestoredSeed {
  readonly state: UploadState
  /** When it was interrupted; `undefined` where another tab goes on with it. */
  readonly interruptedAt: number | undefined
  readonly keptUntil?: number | undefined
  /** When S3 took its bytes (epoch milliseconds). */
  readonly storedAt?: number | undefined
  /** Its file is a stand-in without bytes. */
  readonly lacksBytes: boolean
  /** What `prepare` had made of its file. */
  readonly prepared: File | undefined
  readonly mark?: string | undefined
}

/** Told of an upload that is done, with what it ended with. */
export type OnDone = (result: UploadResult, upload: Upload) => void
/** Told of an upload that failed, with the reason. */
export type OnFailed = (error: FileError, upload: Upload) => void

/** What an upload needs of those who keep many of them. */
export interface UploadHome {
  readonly ports: UploadPorts
  /** What makes the files of a scope ready, where somebody has said so since the page was loaded. */
  prepareOf(scope: string): Prepare | undefined
  onChange(upload: Upload, before: UploadState, after: UploadState, was: File | undefined): void
  /** It is to be saved with other attributes now. */
  onDescribed(upload: Upload): void
  dismiss(upload: Upload): void
}

export function createUpload(seed: UploadSeed, home: UploadHome): Upload {
  return new OneUpload(seed, home)
}

// A class, so that 10,000 uploads share their methods.
class OneUpload implements Upload {
  readonly id: string
  readonly scope: string
  readonly mode: UploadMode
  entity: EntityRef | undefined
  readonly versionOf: string | undefined
  readonly owner: string | undefined
  readonly keptUntil: number | undefined
  readonly state: StoreApi<UploadState>
  file: File
  mark: string
  attributes: FileAttributes
  replaces: readonly string[] | undefined
  interruptedAt: number | undefined
  storedAt: number | undefined
  #seed: UploadSeed
  readonly #home: UploadHome
  /** What `prepare` made of the file; a later attempt sends and names just that. */
  #prepared: File | undefined
  /** After a reload that kept no bytes, `file` is a stand-in. */
  #lacksBytes: boolean
  #isInLine = false
  /** Whether it was started; with `autoStart: false` it may be paused before. */
  #hasSetOut = false
  /** The attempt under way; made at its start, since thousands may only ever wait. */
  #run: AbortController | undefined
  /** Aborted also where it is too late to stop the attempt. */
  #wanted: AbortController | undefined
  /** Ends a wait for the next attempt. */
  #wake = () => {}

  constructor(seed: UploadSeed, home: UploadHome) {
    this.id = seed.id
    this.file = seed.file
    this.scope = seed.scope
    this.mode = seed.mode
    this.entity = seed.entity
    this.versionOf = seed.versionOf
    this.replaces = seed.replaces
    this.owner = seed.owner
    this.mark = seed.restored?.mark ?? seed.id
    this.attributes = seed.save
    this.state = createStore(() => seed.restored?.state ?? queued)
    this.interruptedAt = seed.restored?.interruptedAt
    this.keptUntil = seed.restored?.keptUntil
    this.storedAt = seed.restored?.storedAt
    this.#prepared = seed.restored?.prepared
    this.#lacksBytes = seed.restored?.lacksBytes ?? false
    this.#seed = seed
    this.#home = home
  }

  get bytes(): File | undefined {
    if (this.#lacksBytes) return undefined
    return this.#prepared ?? (this.#seed.prepare ? undefined : this.file)
  }

  get sent(): File {
    return this.#prepared ?? this.file
  }

  describe(attributes: FileAttributes): boolean {
    const state = this.state.getState()
    if (!canDescribe(state)) return false
    this.attributes = { ...this.attributes, ...attributes }
    // A new object that says the same: whoever shows the attributes is told by the state's store.
    safely(() => this.state.setState({ ...state }, true))
    this.#home.onDescribed(this)
    return true
  }

  endReplacing(): void {
    this.replaces = undefined
    this.#home.onDescribed(this)
  }

  start(): void {
    const state = this.state.getState()
    this.#hasSetOut = true
    if (state.status !== 'queued' || this.#isInLine) return
    if (state.checkpoint.reached !== 'nothing') return this.#runOn(() => {})
    if (this.#lacksBytes) return void this.#dispatch({ type: 'waiting', waiting: { for: 'file' } })
    this.#isInLine = true
    this.#home.ports.lanes.start.enter((leave) => {
      this.#isInLine = false
      if (this.state.getState().status === 'queued') this.#runOn(leave)
      else leave()
    })
  }

  cancel(): void {
    this.#dispatch({ type: 'cancel' })
  }

  pause(): void {
    this.#dispatch({ type: 'pause' })
  }

  resume(): void {
    // What was interrupted had set out, before the reload.
    const mayStart = this.#hasSetOut || this.interruptedAt !== undefined
    if (this.state.getState().status === 'paused') this.interruptedAt = undefined
    if (this.#dispatch({ type: 'resume' }) && mayStart) this.start()
  }

  retry(): void {
    this.#wake()
    if (!this.#dispatch({ type: 'retry' })) return
    // What is still unwanted is looked for, to be deleted.
    if (this.state.getState().status === 'canceling') this.#runOn(() => {})
    else this.start()
  }

  saveAgain(): void {
    if (this.#dispatch({ type: 'retry', unchecked: true })) this.start()
  }

  attachTo(entity: EntityRef): boolean {
    if (!mayAttachElsewhere(this.state.getState())) return false
    this.entity = entity
    this.replaces = undefined
    this.#seed = { ...this.#seed, entity }
    this.#dispatch({ type: 'attach-elsewhere' })
    this.start()
    return true
  }

  keepUnattached(): void {
    this.#dispatch({ type: 'keep-unattached' })
  }

  giveFile(file: File, { prepare }: { readonly prepare?: Prepare | undefined } = {}): boolean {
    const state = this.state.getState()
    const was = isFileChanged(state) ? this.file : undefined
    if (!was) {
      if (!this.#lacksBytes || (state.status === 'failed' && state.isUnwanted)) return false
      if (!isSame(file, this.file)) {
        this.#dispatch({ type: 'retry' })
        this.#dispatch({ type: 'waiting', waiting: { for: 'file', other: { sizeBytes: file.size } } })
        return false
      }
    }
    this.file = file
    prepare ??= this.#home.prepareOf(this.scope) ?? this.#seed.prepare
    this.#seed = { ...this.#seed, file, prepare }
    this.#lacksBytes = false
    this.#prepared = undefined
    this.interruptedAt = undefined
    if (this.#dispatch({ type: 'given' }) || this.#dispatch({ type: 'retry' }, was)) this.start()
    return true
  }

  renew(): void {
    if (this.state.getState().status === 'done') this.#drop()
  }

  dismiss(): void {
    this.cancel()
    this.#home.dismiss(this)
  }

  /** Begins anew with the bytes that are here, or waits for them. */
  #drop(): void {
    const run = this.#run
    if (!this.#dispatch({ type: 'dropped' })) return
    run?.abort()
    if (!this.#lacksBytes && this.#dispatch({ type: 'given' })) this.start()
  }

  #runOn(leave: () => void): void {
    const { ports } = this.#home
    const run = (this.#run = new AbortController())
    const { signal } = run
    const wanted = (this.#wanted = new AbortController())
    const job = {
      ...this.#seed,
      save: () => this.attributes,
      mark: this.mark,
      prepared: this.#prepared,
      onPrepared: (file: File) => (this.#prepared = file),
      from: checkpointOf(this.state.getState()),
      isDropped: () => this.storedAt !== undefined && Date.now() - this.storedAt > keptAtS3Ms,
      signal,
      wanted: wanted.signal,
      isUnwanted: () => this.state.getState().status === 'canceling',
      leave,
      sleep: (arm: Arm, until: AbortSignal) => this.#sleep(arm, until),
    }
    void runUpload(job, ports, (event) => {
      // What an attempt says after it was stopped is old news.
      if (signal.aborted) return
      if (event.type === 'dropped') this.#drop()
      else this.#dispatch(event)
    })
  }

  /** Sleeps until what was armed or `retry()` wakes it, or the attempt is stopped. */
  #sleep(arm: Arm, signal: AbortSignal): Promise<void> {
    return abortable(signal, (resolve) => {
      const wake = () => {
        callOff()
        resolve()
      }
      const callOff = arm(wake)
      this.#wake = wake
      return callOff
    })
  }

  /** Whether anything changed; `was` is the file whose place another one has taken. */
  #dispatch(event: UploadEvent, was?: File): boolean {
    const before = this.state.getState()
    const after = transition(before, event)
    // Whoever is told may start it again at once.
    const run = this.#run
    const wanted = this.#wanted
    if (after === before) return false
    // A search that lags may still find what was canceled and deleted: it must not pass for what is saved now.
    if (before.status === 'canceled') this.mark += '-again'
    // What a journey has at S3 may have to be sent again, and is handed in as what was sent.
    if (after.status === 'done' && after.result.kind === 'saved') this.#prepared = undefined
    if (event.type === 'reached' && event.checkpoint.reached === 's3') this.storedAt = Date.now()
    safely(() => this.state.setState(after, true))
    this.#home.onChange(this, before, after, was)
    this.#tell(after)
    if (after.status === 'canceled' || after.status === 'paused') run?.abort()
    if (after.status === 'canceling' || run?.signal.aborted) wanted?.abort()
    return true
  }

  #tell(state: UploadState): void {
    const { onDone, onFailed } = this.#seed
    // In a task of its own: an error of the caller's is the caller's, not this upload's.
    if (state.status === 'done' && onDone) queueMicrotask(() => onDone(state.result, this))
    if (state.status === 'failed' && onFailed) queueMicrotask(() => onFailed(state.error, this))
  }
}

const queued: UploadState = { status: 'queued', checkpoint: nothing }

/** As far as a page can know: one of these changes when a file is copied or renamed, not both. */
function isSame(file: File, missing: File): boolean {
  const { name, lastModified } = missing
  return file.size === missing.size && (file.name === name || file.lastModified === lastModified)
}
