import { createStore } from 'zustand/vanilla'
import type { Clock } from '../api/clock.js'
import type { Uploads } from './create-uploads.js'
import { fieldFilesOf } from './field-files.js'
import type { TransferRate } from './rate-store.js'
import type { ReadonlyStore } from './readonly-store.js'
import { scopeRate } from './transfer-rate.js'
import { uploadSummary } from './upload-summary.js'

/** What a form still waits for. */
export interface UploadsLeft {
  /** How many files go on by themselves. */
  readonly count: number
  /** Of the bytes that were left when the waiting began, 0 to 99. */
  readonly percent: number
  /** That of the scope that takes longest; `null` while nobody can say. */
  readonly rate: TransferRate | null
}

/** What is left to upload in some scopes, kept up while somebody listens; `null` while nothing goes on. */
export function uploadsLeft(
  { uploads, clock }: { readonly uploads: Uploads; readonly clock: Clock },
  scopes: readonly string[],
): ReadonlyStore<UploadsLeft | null> {
  const store = createStore<UploadsLeft | null>(() => null)
  const summaries = scopes.map((scope) => uploadSummary(uploads, scope))
  const rates = scopes.map((scope) => scopeRate(uploads, scope, clock))
  /** What had arrived before, and is no part of the waiting. */
  let before = 0
  let listeners = 0
  let ends: readonly (() => void)[] = []
  look()

  return {
    ...store,
    subscribe(listener) {
      if (listeners++ === 0) {
        ends = [...summaries, ...rates].map((part) => part.subscribe(look))
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
    const all = summaries.map((summary) => summary.getState())
    // Most of the time nothing goes on, and nobody need be counted.
    const isLive = all.some(({ live }) => live > 0)
    const count = isLive
      ? scopes.reduce((sum, scope) => sum + fieldFilesOf(uploads.list(scope).getState()).uploading, 0)
      : 0
    const sent = sum(all.map(({ sentBytes }) => sentBytes))
    const total = sum(all.map(({ totalBytes }) => totalBytes))
    const now = store.getState()
    if (count === 0) {
      if (now) store.setState(null, true)
      return
    }
    if (!now) before = sent
    const percent = total > before ? Math.max(0, Math.floor((100 * (sent - before)) / (total - before))) : 0
    const next = { count, percent: Math.min(99, percent), rate: slowest() }
    if (now?.count === next.count && now.percent === next.percent && now.rate === next.rate) return
    store.setState(next, true)
  }

  function slowest(): TransferRate | null {
    return rates.reduce<TransferRate | null>((slow, rate) => {
      const now = rate.getState()
      return now && (!slow || now.secondsLeft > slow.secondsLeft) ? now : slow
    }, null)
  }
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((all, one) => all + one, 0)
}
