import type { EntityRef } from '../api/types.js'
import type { UploadMode } from '../transfer/upload-job.js'
import type { UploadState } from '../transfer/upload-state.js'
import type { ReadonlyStore } from './readonly-store.js'

/**
 * One file on its way. The object stays the same for as long as the upload lives; what changes is in `state`.
 * Every method is legal in every state and does nothing where it makes no sense.
 */
export interface Upload {
  /** Unique across tabs. */
  readonly id: string
  /** As it was picked. */
  readonly file: File
  /** The list it belongs to. */
  readonly scope: string
  readonly mode: UploadMode
  /** The business entity it will be attached to. */
  readonly entity: EntityRef | undefined
  readonly state: ReadonlyStore<UploadState>
  /** Sets out; only needed with `autoStart: false`. */
  start(): void
  /** Stops for good. From the moment the save call has left there is nothing left to stop. */
  cancel(): void
  /** Stops until `resume()`; what S3 has not yet confirmed will be sent again. */
  pause(): void
  resume(): void
  /** Goes on after a failure from where it had come to, after a cancel from the start; ends a wait at once. */
  retry(): void
  /** Leaves its list; cancels first if that is still possible. */
  dismiss(): void
}
