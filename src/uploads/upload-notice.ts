import { createStore } from 'zustand/vanilla'
import type { Clock } from '../api/clock.js'
import type { UploadChange, Uploads } from './create-uploads.js'
import { isKept } from './journal-state.js'
import { NoticeCount } from './notice-count.js'
import type { Notice, NoticeGroup } from './notice.js'
import { countLive, groupOf, isSameNotice, noticeOf } from './notice.js'
import type { ReadonlyStore } from './readonly-store.js'
import type { Upload } from './upload.js'

/** What notices are made of; a `FileClient` has it all. */
export interface NoticeSources {
  readonly uploads: Uploads
  readonly clock: Clock
  /** Whether uploads are kept on the device. */
  readonly journal?: ReadonlyStore<Keeping> | undefined
}

/** How keeping uploads on the device goes. */
export interface Keeping {
  readonly problem: 'full' | 'blocked' | null
  /** How many uploads would not survive a reload; `null` where nobody keeps count. */
  readonly unsafe: number | null
}

/** The notice of a scope. */
export interface NoticeStore extends ReadonlyStore<Notice | null> {
  /** Takes away a notice that only informs; the others go when what they tell of is over. */
  dismiss(): void
  /** The uploads of another account that have stopped here. */
  ofOtherOwner(): readonly Upload[]
}

/**
 * The one notice that matters most for a scope. Kept up with each change while somebody listens: a tick of progress costs
 * one look at the upload that ticked.
 *
 * @example
 * const notice = uploadNotice(client, scope).getState()
 */
export function uploadNotice(sources: NoticeSources, scope: string): NoticeStore {
  const stores = known.get(sources.uploads) ?? new Map<string, NoticeStore>()
  known.set(sources.uploads, stores)
  const store = stores.get(scope) ?? keepNotice(sources, scope)
  stores.set(scope, store)
  return store
}

const known = new WeakMap<Uploads, Map<string, NoticeStore>>()
/** Of these it is known that they keep nothing: it need not be told again, in any list. */
const dismissed = new WeakSet<ReadonlyStore<Keeping>>()

function keepNotice({ uploads, clock, journal }: NoticeSources, scope: string): NoticeStore {
  const counted = new NoticeCount()
  const { tally } = counted
  const store = createStore<Notice | null>(() => null)
  let hasGoneOn = false
  let backOnline: Notice | null = null
  let callOff = () => {}
  let listeners = 0
  let end = () => {}

  return {
    getInitialState: () => null,
    getState() {
      if (listeners === 0) countAll()
      return store.getState()
    },
    subscribe(listener) {
      if (listeners++ === 0) begin()
      const unsubscribe = store.subscribe(listener)
      return () => {
        unsubscribe()
        if (--listeners === 0) end()
      }
    },
    dismiss() {
      const kind = store.getState()?.kind
      if (kind === 'back-online') forgetOnline()
      if (journal && (kind === 'no-room' || kind === 'not-kept')) dismissed.add(journal)
      update()
    },
    ofOtherOwner: () => uploads.list(scope).getState().filter(isOfOtherOwner),
  }

  function begin(): void {
    const ends = [uploads.onChange(follow), journal?.subscribe(update)]
    end = () => {
      ends.forEach((stop) => stop?.())
      forgetOnline()
    }
    countAll()
  }

  function countAll(): void {
    counted.clear()
    for (const upload of uploads.list(scope).getState()) counted.put(upload, upload.state.getState())
    update()
  }

  function follow(changes: readonly UploadChange[]): void {
    let isOther = false
    for (const { upload, before, after } of changes) {
      // What has left its list is nobody's business any more, even if it is still under way.
      if (upload.scope !== scope || (before !== null && !counted.has(upload))) continue
      const move = counted.put(upload, after)
      isOther ||= move !== null
      if (move?.from === 'offline') leaveOffline(move.to)
      else if (move?.to === 'offline') forgetOnline()
    }
    if (isOther) update()
  }

  /** The network is back where an upload went on that had waited for it; that it was canceled tells nothing. */
  function leaveOffline(to: NoticeGroup | null): void {
    hasGoneOn ||= to === 'working' || to === 'queued' || to === 'sending'
    if (tally.offline > 0 || !hasGoneOn) return
    forgetOnline()
    backOnline = { kind: 'back-online', count: countLive(tally) }
    callOff = clock.setTimeout(() => {
      forgetOnline()
      update()
    }, backOnlineMs)
  }

  function forgetOnline(): void {
    callOff()
    hasGoneOn = false
    backOnline = null
  }

  function update(): void {
    const next = find()
    if (!isSameNotice(store.getState(), next)) store.setState(next, true)
  }

  function find(): Notice | null {
    const live = countLive(tally)
    const blocking = noticeOf(tally, () => counted.busyUntil())
    if (blocking) return blocking
    if (backOnline && live > 0) return backOnline
    if (tally['other-owner'] > 0) return { kind: 'other-owner', count: tally['other-owner'] }
    const count = live + tally.paused
    // What is over has nothing to lose.
    const problem = keepingProblem()
    if (count === 0 || problem === null) return null
    return { kind: problem === 'full' ? 'no-room' : 'not-kept', count }
  }

  function keepingProblem(): Keeping['problem'] {
    if (!journal) return null
    const { problem, unsafe } = journal.getState()
    if (problem === null) dismissed.delete(journal)
    if (unsafe === 0 || dismissed.has(journal)) return null
    // Where nothing would be kept anyway, the browser is not to blame. All uploads of a scope are alike in this.
    const [first] = uploads.list(scope).getState()
    return problem === 'blocked' && first && !isKept(first) ? null : problem
  }
}

function isOfOtherOwner({ state }: Upload): boolean {
  return groupOf(state.getState()) === 'other-owner'
}

const backOnlineMs = 6000
