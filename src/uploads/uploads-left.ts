import { createStore } from 'zustand/vanilla'
import type { Clock } from '../api/clock.js'
import type { Uploads } from './create-uploads.js'
import { fieldFiles } from './field-files.js'
import type { TransferRate } from './rate-store.js'
import type { ReadonlyStore } from './readonly-store.js'
import { scopeRate } from './transfer-rate.js'
import { sentBytesOf, uploadSummary } from './upload-summary.js'

/** What a form still waits for. */
export interface UploadsLeft {
  /** How many files go on by themselves. */
  readonly count: number
  /** Of their bytes, 0 to 99; what comes while they are waited for counts along. */
  readonly percent: number
  /** That of the scope that takes longest; `null` while nobody can say. */
  readonly rate: TransferRate | null
}

/** What some scopes are still waiting for, kept up while somebody listens; `null` where it is nothing. */
export function uploadsLeft(
  { uploads, clock }: { readonly uploads: Uploads; readonly clock: Clock },
  scopes: readonly string[],
): ReadonlyStore<UploadsLeft | null> {
  const store = createStore<UploadsLeft | null>(() => null)
  const files = scopes.map((scope) => fieldFiles(uploads, scope))
  const summaries = scopes.map((scope) => uploadSummary(uploads, scope))
  const rates = scopes.map((scope) => scopeRate(uploads, scope, clock))
  /** What had arrived before the waiting began. */
  let beforeBytes = 0
  let listeners = 0
  let ends: readonly (() => void)[] = []
  look()

  return {
    ...store,
    subscribe(listener) {
      if (listeners++ === 0) {
        ends = [...files, ...summaries, ...rates].map((part) => part.subscribe(look))
        look()
      }
      const unsubscribe = store.subscribe(listener)
      return () => {
        unsubscribe()
        if (--listeners === 0) ends.forEach((end) => end())
      }
    },
  }

  function look(): void {
    const now = store.getState()
    const count = sum(files, ({ uploading }) => uploading)
    if (count === 0) {
      if (now) store.setState(null, true)
      return
    }
    if (!now) beforeBytes = sum(summaries, ({ sentBytes }) => sentBytes) - bytesUnderWay()
    const sentBytes = sum(summaries, (summary) => summary.sentBytes) - beforeBytes
    const restingBytes = sum(files, (field) => field.restingBytes)
    const totalBytes = sum(summaries, (summary) => summary.totalBytes) - beforeBytes - restingBytes
    const percent = totalBytes > 0 ? Math.floor((100 * sentBytes) / totalBytes) : 0
    const next = { count, percent: Math.min(99, Math.max(0, percent)), rate: slowest() }
    if (now?.count === next.count && now.percent === next.percent && now.rate === next.rate) return
    store.setState(next, true)
  }

  function bytesUnderWay(): number {
    return sum(files, ({ uploads: listed }) =>
      listed.reduce((sent, { state, file }) => {
        const now = state.getState()
        return now.status === 'done' ? sent : sent + sentBytesOf(now, file.size)
      }, 0),
    )
  }

  function slowest(): TransferRate | null {
    return rates.reduce<TransferRate | null>((slow, rate) => {
      const now = rate.getState()
      return now && (!slow || now.secondsLeft > slow.secondsLeft) ? now : slow
    }, null)
  }
}

function sum<State>(stores: readonly ReadonlyStore<State>[], select: (state: State) => number): number {
  return stores.reduce((all, store) => all + select(store.getState()), 0)
}
