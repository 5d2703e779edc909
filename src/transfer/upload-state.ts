import type { FileError, FileErrorCode } from '../api/errors.js'
import type { FileEntity, S3Ref } from '../api/types.js'

/**
 * How far an upload has come for good. Retry, resume and restore go on from here: once S3 has answered, no byte is sent
 * again. `save-sent` and `attach-sent` mean that a call has left whose answer is not known.
 */
export type Checkpoint =
  | { readonly reached: 'nothing' }
  | { readonly reached: 's3'; readonly s3ref: S3Ref }
  | {
      readonly reached: 'save-sent'
      readonly s3ref: S3Ref
      readonly mark: string
      /**
       * Where no mark is kept. In portals: the ids of the files of this name that the entity had before; of a new version: the
       * keys of those that its file had before.
       */
      readonly known?: readonly string[]
      /** When it left (epoch milliseconds), where no mark is kept: what comes to light is the latest one's. */
      readonly sentAt?: number
    }
  | { readonly reached: 'entity'; readonly file: FileEntity }
  | { readonly reached: 'attach-sent'; readonly file: FileEntity }

/** What an upload ends with: only bytes at S3 (public journeys, which hand on the `s3ref`), or a saved File entity. */
export type UploadResult =
  | { readonly kind: 'stored'; readonly s3ref: S3Ref }
  | {
      readonly kind: 'saved'
      readonly file: FileEntity
      /**
       * What became of the relation to its business entity, where it is not simply there. `pending`: it waits for somebody's
       * approval; `none`: it was refused, and a person let it be.
       */
      readonly attach?: 'pending' | 'none'
      /** It was canceled when it was saved already, and this is why it could not be deleted again. */
      readonly notDeleted?: FileError
      /** It was canceled when it was saved already, and stays: a version cannot be taken back. */
      readonly tooLate?: true
    }

/** The step at which an upload waits, and goes on. */
export type UploadStep = 'prepare' | 'send' | 'save' | 'attach' | 'delete'

/** For what an upload waits. */
export type Waiting =
  | {
      readonly for: 'retry'
      readonly step: UploadStep
      /** When it goes on, by the client's clock (monotonic milliseconds). */
      readonly until: number
      /** Which attempt failed; 1 is the first. */
      readonly attempt: number
      readonly error: FileError
    }
  | { readonly for: 'network' }
  | { readonly for: 'sign-in' }
  /** Another tab goes on with it; this one does once that is closed. */
  | { readonly for: 'leader' }
  /**
   * Its bytes are gone: the same file must be chosen again. `expired`: S3 had them, and has dropped them after a day;
   * `other` is what was chosen instead.
   */
  | { readonly for: 'file'; readonly expired?: true; readonly other?: { readonly sizeBytes: number } }

/** One upload, as a union: each state holds only what is true in it. */
export type UploadState =
  /** In line. */
  | { readonly status: 'queued'; readonly checkpoint: Checkpoint }
  /** The caller's `prepare` runs, or a link is being asked for. */
  | { readonly status: 'preparing' }
  /** The bytes are on their way. All sent is not yet done. */
  | { readonly status: 'uploading'; readonly sentBytes: number; readonly totalBytes: number }
  /** The bytes are at S3, the File entity is being saved. */
  | { readonly status: 'saving'; readonly checkpoint: Stored }
  /** The answer to a call got lost: looking whether it took effect. */
  | { readonly status: 'checking'; readonly checkpoint: Sent }
  /** The File entity is saved and is being related to its business entity. */
  | { readonly status: 'attaching'; readonly checkpoint: Saved }
  /** It goes on by itself, or when somebody does what `waiting` says. */
  | { readonly status: 'waiting'; readonly checkpoint: Checkpoint; readonly waiting: Waiting }
  | { readonly status: 'paused'; readonly checkpoint: Checkpoint }
  /** Canceled too late to stop: what the save made is awaited, and deleted again. */
  | { readonly status: 'canceling'; readonly checkpoint: Checkpoint }
  | { readonly status: 'done'; readonly result: UploadResult }
  | {
      readonly status: 'failed'
      readonly checkpoint: Checkpoint
      readonly error: FileError
      /** It was canceled when it may have been saved already, and nobody could tell: found later, it is deleted. */
      readonly isUnwanted?: true
    }
  | {
      readonly status: 'canceled'
      /** It was saved already, and was deleted again. */
      readonly wasSaved?: true
    }

/** The names of the states of an upload. */
export type UploadStatus = UploadState['status']

type Reached<R extends Checkpoint['reached']> = Extract<Checkpoint, { readonly reached: R }>
/** The bytes are at S3. */
export type Stored = Reached<'s3' | 'save-sent'>
/** The File entity exists. */
export type Saved = Reached<'entity' | 'attach-sent'>
/** A call has left whose answer is not known. */
export type Sent = Reached<'save-sent' | 'attach-sent'>

export const nothing: Checkpoint = { reached: 'nothing' }

/**
 * It is not over yet: work is going on, will go on, or waits to be started or resumed.
 *
 * @example
 * const isBusy = useUpload(upload, isLive)
 */
export function isLive({ status }: UploadState): boolean {
  return status !== 'done' && status !== 'failed' && status !== 'canceled'
}

/** How far the upload has come for good, whatever its state. */
export function checkpointOf(state: UploadState): Checkpoint {
  return 'checkpoint' in state ? state.checkpoint : nothing
}

/**
 * Whether `cancel()` would do something. Once the save call has left that takes a while: the entity is deleted again.
 *
 * @example
 * const isShown = useUpload(upload, canCancel)
 */
export function canCancel(state: UploadState): boolean {
  return isLive(state) && state.status !== 'canceling'
}

/** Before the save is sent, stopping costs nothing but the bytes sent so far. */
export function canStop(state: UploadState): boolean {
  return canCancel(state) && canDescribe(state)
}

/** Whether `pause()` would do something: what waits for its file or for another tab has nothing to pause. */
export function canPause(state: UploadState): boolean {
  if (state.status === 'waiting' && (state.waiting.for === 'file' || state.waiting.for === 'leader'))
    return false
  return canStop(state) && state.status !== 'paused'
}

/**
 * Whether it can still be said what the File entity is saved with: until the save call has left.
 *
 * @example
 * const isOpen = useUpload(upload, canDescribe)
 */
export function canDescribe(state: UploadState): boolean {
  const { reached } = checkpointOf(state)
  return state.status !== 'done' && (reached === 'nothing' || reached === 's3')
}

/**
 * It failed, and trying again may help and doubles nothing: what may be saved already is for a person to decide, one by
 * one.
 */
export function mayRetry(state: UploadState): boolean {
  return state.status === 'failed' && state.error.code !== 'outcome-unknown' && !needsAnotherFile(state.error)
}

/**
 * It is saved, and what it was to be attached to does not take it: `attachTo()` another one, or `keepUnattached()`. Both
 * also help after other failures of the attach; these are the ones that trying again does not cure.
 *
 * @example
 * const isRefused = useUpload(upload, isAttachRefused)
 */
export function isAttachRefused(state: UploadState): boolean {
  return state.status === 'failed' && mayAttachElsewhere(state) && refusedForGood.has(state.error.code)
}

/** It failed when it was saved already, and is known to be attached to nothing. */
export function mayAttachElsewhere(
  state: UploadState,
): state is Extract<UploadState, { readonly status: 'failed' }> & { readonly checkpoint: Reached<'entity'> } {
  return state.status === 'failed' && state.checkpoint.reached === 'entity'
}

const refusedForGood: ReadonlySet<FileErrorCode> = new Set([
  'forbidden',
  'not-found',
  'conflict',
  'bad-request',
  'type-not-allowed',
])

/** The same file fails again. */
export function needsAnotherFile({ code }: FileError): boolean {
  return code === 'too-large' || code === 'type-not-allowed' || code === 'file-unreadable'
}

/** Its file changed, or went away, on the device before S3 had it: another one may take its place. */
export function isFileChanged(state: UploadState): boolean {
  return state.status === 'failed' && state.error.code === 'file-unreadable'
}

/**
 * Whether `retry()` would do something.
 *
 * @example
 * const isShown = useUpload(upload, canRetry)
 */
export function canRetry(state: UploadState): boolean {
  return state.status === 'failed' || state.status === 'canceled'
}
