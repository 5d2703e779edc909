import type { FileError } from '../api/errors.js'
import type { Checkpoint, Sent, UploadResult, UploadState, Waiting } from './upload-state.js'
import {
  canCancel,
  canPause,
  canRetry,
  canStop,
  checkpointOf,
  isLive,
  mayAttachElsewhere,
  nothing,
} from './upload-state.js'

/** What can happen to an upload: told by the runner, or wished by a person. */
export type UploadEvent =
  /** Its turn has come; `checkpoint` says where it goes on. */
  | { readonly type: 'started' }
  /** The first byte may leave. */
  | { readonly type: 'sending'; readonly totalBytes: number }
  | { readonly type: 'progressed'; readonly sentBytes: number }
  /** S3 keeps what is not saved, or handed in by a journey, for a day only. */
  | { readonly type: 'dropped' }
  /** S3 refused the link: a new one is being asked for. */
  | { readonly type: 'link-expired' }
  /** It has come one step further for good, or a call that must not be repeated is about to leave. */
  | { readonly type: 'reached'; readonly checkpoint: Checkpoint }
  /** The answer to the call that left last is unknown: look. */
  | { readonly type: 'checking' }
  /** The call that left last is known to have had no effect: it may be made again. */
  | { readonly type: 'absent' }
  | { readonly type: 'waiting'; readonly waiting: Waiting }
  /** The file whose bytes were gone is there again. */
  | { readonly type: 'given' }
  /** What was canceled too late is deleted again. */
  | { readonly type: 'deleted' }
  | { readonly type: 'finished'; readonly result: UploadResult }
  | { readonly type: 'failed'; readonly error: FileError }
  | { readonly type: 'pause' }
  | { readonly type: 'resume' }
  | { readonly type: 'cancel' }
  /** `unchecked`: also what may have taken effect already is done once more. */
  | { readonly type: 'retry'; readonly unchecked?: boolean }
  /** It is to be attached to something else than what refused it. */
  | { readonly type: 'attach-elsewhere' }
  /** It is to stay as it was saved, attached to nothing. */
  | { readonly type: 'keep-unattached' }

/** What becomes of a state: pure and total. An event that makes no sense in it returns the same object. */
export function transition(state: UploadState, event: UploadEvent): UploadState {
  const { status } = state
  const checkpoint = checkpointOf(state)
  if (status === 'canceling') return undo(state, event)

  switch (event.type) {
    case 'started':
      return status === 'queued' || status === 'waiting' ? goOn(checkpoint) : state
    case 'sending':
      return status === 'preparing'
        ? { status: 'uploading', sentBytes: 0, totalBytes: event.totalBytes }
        : state
    case 'progressed':
      return progress(state, event.sentBytes)
    case 'link-expired':
      return status === 'uploading' ? { status: 'preparing' } : state
    case 'reached':
      if (!leadsTo(state, event.checkpoint)) return state
      return isUnwanted(state)
        ? { status: 'canceling', checkpoint: event.checkpoint }
        : goOn(event.checkpoint)
    case 'checking':
      return isLive(state) && isSent(checkpoint) ? { status: 'checking', checkpoint } : state
    case 'absent':
      return isLive(state) && isSent(checkpoint) ? goOn(before(checkpoint)) : state
    case 'waiting':
      return isLive(state) && status !== 'paused'
        ? { status: 'waiting', checkpoint, waiting: event.waiting }
        : state
    case 'dropped':
      return (status === 'done' && state.result.kind === 'stored') ||
        (status === 'saving' && checkpoint.reached === 's3')
        ? { status: 'waiting', checkpoint: nothing, waiting: { for: 'file', expired: true } }
        : state
    case 'given':
      return status === 'waiting' && state.waiting.for === 'file' ? { status: 'queued', checkpoint } : state
    case 'deleted':
      return state
    case 'finished':
      return isLive(state) ? { status: 'done', result: event.result } : state
    case 'failed':
      return isLive(state) ? { status: 'failed', checkpoint, error: event.error } : state
    case 'pause':
      return canPause(state) ? { status: 'paused', checkpoint } : state
    case 'resume':
      return status === 'paused' ? { status: 'queued', checkpoint } : state
    case 'cancel':
      if (canStop(state)) return { status: 'canceled' }
      return canCancel(state) ? { status: 'canceling', checkpoint } : state
    case 'retry':
      if (!canRetry(state)) return state
      if (isUnwanted(state) && !event.unchecked) return { status: 'canceling', checkpoint }
      return {
        status: 'queued',
        checkpoint: event.unchecked && isSent(checkpoint) ? again(state, checkpoint) : checkpoint,
      }
    case 'attach-elsewhere':
      return mayAttachElsewhere(state) ? { status: 'queued', checkpoint } : state
    case 'keep-unattached':
      return mayAttachElsewhere(state)
        ? { status: 'done', result: { kind: 'saved', file: state.checkpoint.file, attach: 'none' } }
        : state
    default:
      return event satisfies never
  }
}

function isUnwanted(state: UploadState): boolean {
  return state.status === 'failed' && state.isUnwanted === true
}

/** What was canceled too late: only how it ends matters any more. */
function undo(state: UploadState, event: UploadEvent): UploadState {
  const checkpoint = checkpointOf(state)
  switch (event.type) {
    case 'reached':
      return leadsTo(state, event.checkpoint) ? { status: 'canceling', checkpoint: event.checkpoint } : state
    case 'absent':
      if (checkpoint.reached === 'save-sent') return { status: 'canceled' }
      return isSent(checkpoint) ? { status: 'canceling', checkpoint: before(checkpoint) } : state
    case 'deleted':
      return { status: 'canceled', wasSaved: true }
    case 'finished':
      return { status: 'done', result: event.result }
    case 'failed':
      // Without the file that it was to be a version of there is nothing to take back.
      if (event.error.code === 'not-found') return { status: 'canceled' }
      return { status: 'failed', checkpoint, error: event.error, isUnwanted: true }
    default:
      return state
  }
}

/** The state in which an upload goes on from its checkpoint. */
function goOn(checkpoint: Checkpoint): UploadState {
  switch (checkpoint.reached) {
    case 'nothing':
      return { status: 'preparing' }
    case 's3':
    case 'save-sent':
      return { status: 'saving', checkpoint }
    case 'entity':
    case 'attach-sent':
      return { status: 'attaching', checkpoint }
    default:
      return checkpoint satisfies never
  }
}

function leadsTo(state: UploadState, { reached }: Checkpoint): boolean {
  // A save counts whenever it becomes known, also after the row had given up on it.
  if (reached === 'entity') return checkpointOf(state).reached === 'save-sent'
  return state.status === statusBefore[reached]
}

const statusBefore = {
  nothing: undefined,
  s3: 'uploading',
  'save-sent': 'saving',
  'attach-sent': 'attaching',
}

/** Never backwards, never past the end, and no new object for a tick that brings nothing. */
function progress(state: UploadState, sentBytes: number): UploadState {
  if (state.status !== 'uploading') return state
  const sent = Math.min(sentBytes, state.totalBytes)
  return sent > state.sentBytes ? { ...state, sentBytes: sent } : state
}

function isSent(checkpoint: Checkpoint): checkpoint is Sent {
  return checkpoint.reached === 'save-sent' || checkpoint.reached === 'attach-sent'
}

/** From where a person wants a call made once more. What epilot did not find at S3 must be sent there again. */
function again(state: UploadState, checkpoint: Sent): Checkpoint {
  const isGone = state.status === 'failed' && state.error.status === 404
  return isGone && checkpoint.reached === 'save-sent' ? { reached: 'nothing' } : before(checkpoint)
}

/** The checkpoint before a call that turned out to have had no effect. */
function before(checkpoint: Sent): Checkpoint {
  return checkpoint.reached === 'save-sent'
    ? { reached: 's3', s3ref: checkpoint.s3ref }
    : { reached: 'entity', file: checkpoint.file }
}
