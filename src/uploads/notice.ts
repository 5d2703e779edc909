import type { FileError } from '../api/errors.js'
import type { UploadState } from '../transfer/upload-state.js'

/** What stops a whole list of uploads, or what one should know of all of them. */
export type Notice =
  /** There is no token any more: `count` uploads wait for a sign-in. */
  | { readonly kind: 'signed-out'; readonly count: number }
  /** There is no network: `count` uploads go on once it is back. */
  | { readonly kind: 'offline'; readonly count: number }
  /** The server asked to be left in peace until `until`, by the client's clock (monotonic milliseconds). */
  | { readonly kind: 'busy'; readonly count: number; readonly until: number }
  /** For some seconds after `offline`. */
  | { readonly kind: 'back-online'; readonly count: number }
  /** Somebody else is signed in: `count` uploads of the other account have failed. */
  | { readonly kind: 'other-owner'; readonly count: number }
  /** The browser's storage is full: `count` uploads go on, but would not survive a reload. */
  | { readonly kind: 'no-room'; readonly count: number }
  /** The browser lets nothing be kept here (private windows, pages without https): the same of `count` uploads. */
  | { readonly kind: 'not-kept'; readonly count: number }

/** The names of the notices. */
export type NoticeKind = Notice['kind']

/** What an upload means to the notices. */
export type NoticeGroup =
  'queued' | 'working' | 'sending' | 'paused' | 'signed-out' | 'offline' | 'busy' | 'retrying' | 'other-owner'

/** How many uploads there are of each group. */
export type NoticeTally = Readonly<Record<NoticeGroup, number>>

export function groupOf(state: UploadState): NoticeGroup | null {
  switch (state.status) {
    case 'queued':
    case 'paused':
      return state.status
    case 'uploading':
      return 'sending'
    case 'preparing':
    case 'saving':
    case 'checking':
    case 'attaching':
      return 'working'
    case 'waiting':
      return groupOfWaiting(state)
    case 'failed':
      return state.error.code === 'owner-changed' ? 'other-owner' : null
    case 'canceling':
    case 'canceled':
    case 'done':
      return null
    default:
      return state satisfies never
  }
}

/** What is under way or will be, without what is paused. */
export function countLive(tally: NoticeTally): number {
  const { queued, working, sending, offline, busy, retrying } = tally
  return queued + working + sending + tally['signed-out'] + offline + busy + retrying
}

/** The notice that so many uploads call for by themselves, the most important first. `until` is asked only while busy. */
export function noticeOf(tally: NoticeTally, until: () => number): Notice | null {
  // Others stand before the same door, which looks like work. Bytes that leave need no token.
  if (tally['signed-out'] > 0) return { kind: 'signed-out', count: countLive(tally) - tally.sending }
  if (tally.offline > 0) return { kind: 'offline', count: countLive(tally) }
  // While bytes leave, not all of it waits.
  if (tally.busy > 0 && tally.retrying + tally.sending === 0) {
    return { kind: 'busy', count: countLive(tally), until: until() }
  }
  return null
}

function groupOfWaiting({
  waiting,
}: Extract<UploadState, { readonly status: 'waiting' }>): NoticeGroup | null {
  switch (waiting.for) {
    case 'sign-in':
      return 'signed-out'
    case 'network':
      return 'offline'
    case 'retry':
      return groupOfRetry(waiting.error)
    case 'leader':
    case 'file':
      return null
    default:
      return waiting satisfies never
  }
}

function groupOfRetry({ retryAfterMs }: FileError): NoticeGroup {
  if (retryAfterMs === undefined) return 'retrying'
  // A breath is no news.
  return retryAfterMs < 5000 ? 'working' : 'busy'
}

export function isSameNotice(one: Notice | null, other: Notice | null): boolean {
  if (!one || !other) return one === other
  return one.kind === other.kind && one.count === other.count && untilOf(one) === untilOf(other)
}

function untilOf(notice: Notice): number | null {
  return notice.kind === 'busy' ? notice.until : null
}
