import type { Clock } from '../api/clock.js'
import type { Http } from '../api/http.js'
import type { EntityRef, FileAttributes } from '../api/types.js'
import type { AttachLane } from './attach-lane.js'
import type { Lane } from './lane.js'
import type { PutBlob } from './put-blob.js'
import type { RetryPolicy } from './retry-policy.js'
import type { UploadEvent } from './transition.js'
import type { Checkpoint } from './upload-state.js'

/**
 * Who uploads. `user`: with a token, the file is saved. `journey`: a public journey, without a token, nothing is saved
 * and the `s3ref` travels in a submission.
 */
export type UploadMode = 'user' | 'journey'

/**
 * Makes the bytes ready before they are sent: resize, convert, rename. What it throws becomes the row's error; a retry
 * runs it again.
 */
export type Prepare = (file: File, options: { readonly signal: AbortSignal }) => File | Promise<File>

/** One file's way: what is known when it sets out. */
export interface UploadJob {
  readonly from: Checkpoint
  readonly file: File
  readonly mode: UploadMode
  readonly owner: string | undefined
  readonly entity?: EntityRef | undefined
  readonly save: FileAttributes
  readonly prepare?: Prepare | undefined
  /** What `prepare` made of it in an earlier attempt. */
  readonly prepared: File | undefined
  readonly onPrepared: (file: File) => void
  /** Names this upload, so that a save whose answer got lost can be found again. */
  readonly mark: string
  readonly signal: AbortSignal
  /** Gives back the place in the start lane in which the job set out. */
  readonly leave: () => void
  /** Waits until the time is over, or until a person says "now". */
  readonly sleep: (delayMs: number) => Promise<void>
}

/** The outside world of an upload. */
export interface UploadPorts {
  readonly http: Http
  readonly attachLane: AttachLane
  readonly putBlob: PutBlob
  readonly clock: Clock
  readonly retry: RetryPolicy
  readonly lanes: {
    /** From the first look at a file until its bytes are at S3: a few more than can be sent, so that sending never starves. */
    readonly start: Lane
    readonly send: Lane
    readonly save: Lane
  }
}

export type Emit = (event: UploadEvent) => void
