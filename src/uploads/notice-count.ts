import type { UploadState } from '../transfer/upload-state.js'
import type { NoticeGroup, NoticeTally } from './notice.js'
import { groupOf } from './notice.js'
import type { Upload } from './upload.js'

/** From which group an upload came into which. */
export interface NoticeMove {
  readonly from: NoticeGroup | null
  readonly to: NoticeGroup | null
}

/** The uploads of a list by what they mean to its notices, kept up one by one. */
export class NoticeCount {
  readonly #groups = new Map<Upload, NoticeGroup | null>()
  readonly #tally: { -readonly [Group in NoticeGroup]: number } = { ...noUploads }
  readonly #busyUntil = new Map<Upload, number>()

  get tally(): NoticeTally {
    return this.#tally
  }

  /** When the first of those goes on that a busy server lets wait. */
  busyUntil(): number {
    return Math.min(...this.#busyUntil.values())
  }

  has(upload: Upload): boolean {
    return this.#groups.has(upload)
  }

  clear(): void {
    this.#groups.clear()
    this.#busyUntil.clear()
    Object.assign(this.#tally, noUploads)
  }

  /** Counts an upload in its new state, or no longer where there is none; `null` if that makes no difference. */
  put(upload: Upload, state: UploadState | null): NoticeMove | null {
    const from = this.#groups.get(upload) ?? null
    const to = state && groupOf(state)
    if (state) this.#groups.set(upload, to)
    else this.#groups.delete(upload)
    // The server may have asked for more time.
    if (to === from && to !== 'busy') return null

    if (from) this.#tally[from] -= 1
    if (to) this.#tally[to] += 1
    if (to === 'busy' && state?.status === 'waiting' && state.waiting.for === 'retry') {
      this.#busyUntil.set(upload, state.waiting.until)
    } else this.#busyUntil.delete(upload)
    return { from, to }
  }
}

const noUploads: NoticeTally = {
  queued: 0,
  working: 0,
  sending: 0,
  paused: 0,
  'signed-out': 0,
  offline: 0,
  busy: 0,
  retrying: 0,
  'other-owner': 0,
}
