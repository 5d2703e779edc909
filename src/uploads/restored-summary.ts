import type { EntityRef } from '../api/types.js'
import type { UploadState } from '../transfer/upload-state.js'
import type { Upload } from './upload.js'

/** What a reload has interrupted. */
export interface RestoredSummary {
  /** By business entity, or by scope where there is none; oldest first, and so are the uploads in them. */
  readonly groups: readonly RestoredGroup[]
  readonly count: number
  /** Of these, how many need nobody: they are saved, sent or wait for what comes by itself. */
  readonly goingOn: number
  /** How many stand still, with their bytes on this device. */
  readonly paused: number
  /** How many need the same file again. */
  readonly needFile: number
  /** How many of these have waited too long: chosen again, they begin anew. */
  readonly expired: number
  /** When the last of them was interrupted (epoch milliseconds), also while it is done already; `null` where there is none. */
  readonly interruptedAt: number | null
  /** Until when all that stands still is kept at least (epoch milliseconds); `null` where none is. */
  readonly keptUntil: number | null
  /** How many were discarded last and can still be brought back; they are in none of the other numbers. */
  readonly discarded: number
}

/** Interrupted uploads that belong together. */
export interface RestoredGroup {
  /** Unique among the groups. */
  readonly key: string
  readonly entity: EntityRef | undefined
  /** That of the first upload. */
  readonly scope: string
  readonly uploads: readonly Upload[]
}

/** What is known of an interrupted upload, also once it was continued by hand. */
export interface Interrupted {
  readonly need: Need
  readonly interruptedAt: number
}

/** What it needs of a person. */
export type Need = 'nothing' | 'continue' | 'file' | 'expired' | 'attention'

export const noneRestored: RestoredSummary = {
  groups: [],
  count: 0,
  goingOn: 0,
  paused: 0,
  needFile: 0,
  expired: 0,
  interruptedAt: null,
  keptUntil: null,
  discarded: 0,
}

/** `null` for uploads that no reload has interrupted, and for those that are over. */
export function interruptedOf({ interruptedAt, state }: Upload): Interrupted | null {
  const need = interruptedAt === undefined ? null : needOf(state.getState())
  return need && interruptedAt !== undefined ? { need, interruptedAt } : null
}

/** `null` once it is over. */
export function needOf(state: UploadState): Need | null {
  switch (state.status) {
    case 'done':
    case 'canceled':
    case 'canceling':
      return null
    case 'paused':
      return 'continue'
    case 'failed':
      return state.error.code === 'expired' ? 'expired' : 'attention'
    case 'waiting':
      return state.waiting.for === 'file' ? 'file' : 'nothing'
    case 'queued':
    case 'preparing':
    case 'uploading':
    case 'saving':
    case 'checking':
    case 'attaching':
      return 'nothing'
    default:
      return state satisfies never
  }
}
