import type { EntityRef, FileAttributes } from '../api/types.js'
import type { Prepare, UploadMode } from '../transfer/upload-job.js'
import type { UploadState } from '../transfer/upload-state.js'
import type { ReadonlyStore } from './readonly-store.js'

/**
 * One file on its way. The object stays the same for as long as the upload lives; what changes is in `state`.
 * Every method is legal in every state and does nothing where it makes no sense.
 */
export interface Upload {
  /** Unique across tabs. */
  readonly id: string
  /** By which its File entity is found again: its id, and after a cancel another one. */
  readonly mark: string
  /** As it was picked; `pathOf` tells the folder it came with. Without bytes while it waits for its file. */
  readonly file: File
  /** The list it belongs to. */
  readonly scope: string
  readonly mode: UploadMode
  /** The business entity it will be attached to; another one after `attachTo`. */
  readonly entity: EntityRef | undefined
  /** The id of the file that it is a new version of; it becomes no file of its own, and is attached to nothing. */
  readonly versionOf: string | undefined
  /** The ids of files that are to be taken off `entity` once it is attached; none once they are. */
  readonly replaces: readonly string[] | undefined
  /** Who it is uploaded for. */
  readonly owner: string | undefined
  readonly state: ReadonlyStore<UploadState>
  /** When it was interrupted by a reload or a crash (epoch milliseconds), until it is gone on with by hand. */
  readonly interruptedAt: number | undefined
  /** Until when it is offered after reloads (epoch milliseconds), where one has interrupted it. */
  readonly keptUntil: number | undefined
  /** When S3 took the bytes, which it keeps for a day unless they are saved (epoch milliseconds), where that is known. */
  readonly storedAt: number | undefined
  /** The bytes as they are sent; `undefined` until `prepare` has made them. */
  readonly bytes: File | undefined
  /** What is known of the file as it is sent. Without bytes where a reload has left none. */
  readonly sent: File
  /** What its File entity is saved with, besides what the file says of itself. */
  readonly attributes: FileAttributes
  /**
   * Changes some of its `attributes`, for example by a form beside the row. Answers whether that was in time: once the
   * save call has left, the entity is as it was said before.
   */
  describe(attributes: FileAttributes): boolean
  /** Says that what it `replaces` was taken off, or is to stay. */
  endReplacing(): void
  /** Sets out; only needed with `autoStart: false`. */
  start(): void
  /** Stops for good. What the save has made by then, or makes, is deleted again; but for a new version, which stays. */
  cancel(): void
  /** Stops until `resume()`; what S3 has not yet confirmed will be sent again. */
  pause(): void
  resume(): void
  /**
   * Goes on after a failure from where it had come to, after a cancel from the start; ends a wait at once. What may be
   * saved already is looked for, and nothing is saved twice.
   */
  retry(): void
  /** Sends once more what a public journey has brought to S3 and S3 has dropped; without bytes it waits for its file. */
  renew(): void
  /** Saves, or attaches, once more what may be saved already. For a person to decide. */
  saveAgain(): void
  /**
   * Attaches it to another entity, where the one it was meant for does not take it. Answers whether that makes sense: it
   * failed, is saved, and is known to be attached to nothing (see `isAttachRefused`).
   */
  attachTo(entity: EntityRef): boolean
  /** Leaves it saved and attached to nothing, under the same conditions: it is done then. */
  keepUnattached(): void
  /**
   * Gives back the file whose bytes are gone, and sets out with it, through `prepare`, or that of a list of its scope which is in the page. Answers
   * whether it is the same, by its size and its name or time; another one is told in the state (`waiting.other`). Where it
   * failed since its file had changed on the device (`file-unreadable`), any file takes its place, and all that was said
   * of it stays.
   */
  giveFile(file: File, options?: { readonly prepare?: Prepare | undefined }): boolean
  /** Leaves its list; cancels first if that is still possible. */
  dismiss(): void
}
