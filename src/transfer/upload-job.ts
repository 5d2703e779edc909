import type { Clock } from '../api/clock.js'
import type { Connection } from '../api/connection.js'
import type { Http } from '../api/http.js'
import type { EntityRef, FileAttributes } from '../api/types.js'
import type { AttachLane } from './attach-lane.js'
import type { FindSaved } from './find-saved.js'
import type { Lane } from './lane.js'
import type { PutBlob } from './put-blob.js'
import type { RetryPolicy } from './retry-policy.js'
import type { UploadEvent } from './transition.js'
import type { Checkpoint } from './upload-state.js'
import type { HoldLock } from './web-lock.js'

/**
 * Who uploads. `user`: with a token, the file is saved. `journey`: a public journey, without a token, nothing is saved
 * and the `s3ref` travels in a submission. `portal`: a portal user, whose files are saved by the portal API and always
 * belong to an entity of theirs.
 */
export type UploadMode = 'user' | 'journey' | 'portal'

/**
 * Makes the bytes ready before they are sent: resize, convert, rename. What it throws becomes the row's error; a retry
 * runs it again.
 */
export type Prepare = (file: File, options: { readonly signal: AbortSignal }) => File | Promise<File>

/** One file's way: what is known when it sets out. */
export interface UploadJob {
  readonly id: string
  readonly from: Checkpoint
  readonly file: File
  readonly mode: UploadMode
  readonly owner: string | undefined
  readonly entity?: EntityRef | undefined
  /** The id of the file that it is a new version of. */
  readonly versionOf?: string | undefined
  /** What the File entity is saved with; asked right before it is. */
  readonly save: () => FileAttributes
  readonly prepare?: Prepare | undefined
  /** What `prepare` made of it in an earlier attempt. */
  readonly prepared: File | undefined
  readonly onPrepared: (file: File) => void
  /** Names this upload, so that a save whose answer got lost can be found again. */
  readonly mark: string
  /** What S3 had of it is no longer there, unless it was saved. */
  readonly isDropped: () => boolean
  readonly signal: AbortSignal
  /** Aborts with `signal`, and as soon as it is canceled when it is too late to stop: what is not begun need not be. */
  readonly wanted: AbortSignal
  /** It was canceled when it was too late to stop. */
  readonly isUnwanted: () => boolean
  /** Gives back the place in the start lane in which the job set out. */
  readonly leave: () => void
  /** Waits until what `arm` sets up wakes it, or until a person says "now"; rejects as soon as `signal` aborts. */
  readonly sleep: (arm: Arm, signal: AbortSignal) => Promise<void>
}

/** Sets up what calls `wake`; returns what calls it off. */
export type Arm = (wake: () => void) => () => void

/** The outside world of an upload. */
export interface UploadPorts {
  readonly http: Http
  readonly attachLane: AttachLane
  readonly putBlob: PutBlob
  readonly clock: Clock
  readonly connection: Connection
  readonly retry: RetryPolicy
  readonly patience: Patience
  /** Tells when it is worth asking for a token again. */
  readonly onSignIn: Arm
  /** Resolves where there is a token: a call that must not be made twice is not said to leave before. */
  readonly hasToken: () => Promise<unknown>
  readonly logger: Logger
  readonly findSaved: FindSaved
  /** @default by Web Locks */
  readonly lock: HoldLock | undefined
  /** Which upload has made which file, by their ids: those of other tabs and page loads, as far as the journal tells. */
  readonly made: ReadonlyMap<string, string>
  /** The attribute by which a saved file can be found again. */
  readonly markOf: (mark: string) => FileAttributes
  /** Resolves once everything so far would survive a crash; called before a call leaves that must not be made twice. */
  readonly journaled: () => Promise<void>
  /** How long the search for saved files may lag. */
  readonly settleMs: number
  readonly lanes: {
    /** From the first look at a file until its bytes are at S3: a few more than can be sent, so that sending never starves. */
    readonly start: Lane
    readonly reserve: Lane
    readonly send: Lane
    readonly save: Lane
    /** Looking for what became of calls whose answer got lost. */
    readonly look: Lane
    /** Deleting what was canceled too late. */
    readonly remove: Lane
  }
}

/** How long a PUT may say nothing, in milliseconds. */
export interface Patience {
  /**
   * From one sign of progress to the next.
   * @default 30000
   */
  readonly stallMs: number
  /**
   * From the last byte to the answer of S3.
   * @default 60000
   */
  readonly answerMs: number
}

/** Takes hints for developers. `console` is one. */
export interface Logger {
  warn(message: string, cause?: unknown): void
}

export type Emit = (event: UploadEvent) => void
