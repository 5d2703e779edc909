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
  /** When the last of them was interrupted (epoch milliseconds); `null` where there is none. */
  readonly interruptedAt: number | null
  /** Until when all that stands still is kept (epoch milliseconds); `null` where none is. */
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
export type Need = 'nothing' | 'continue' | 'file' | 'attention'

export const noneRestored: RestoredSummary = {
  groups: [],
  count: 0,
  goingOn: 0,
  paused: 0,
  needFile: 0,
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
      return state.error.code === 'expired' ? 'file' : 'attention'
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

export function summarize(
  members: ReadonlyMap<Upload, Interrupted>,
  hidden: ReadonlySet<Upload>,
  scope: string | undefined,
): RestoredSummary {
  const groups = new Map<string, RestoredGroup & { readonly uploads: Upload[] }>()
  const counts = { nothing: 0, continue: 0, file: 0, attention: 0 }
  let count = 0
  let discarded = 0
  let interruptedAt: number | null = null
  let keptUntil: number | null = null
  for (const [upload, member] of members) {
    if (scope !== undefined && upload.scope !== scope) continue
    if (hidden.has(upload)) {
      discarded++
      continue
    }
    const { entity } = upload
    const key = entity ? `${entity.slug}/${entity.id}` : upload.scope
    const group = groups.get(key) ?? { key, entity, scope: upload.scope, uploads: [] }
    groups.set(key, group)
    group.uploads.push(upload)
    count++
    counts[member.need]++
    interruptedAt = Math.max(interruptedAt ?? 0, member.interruptedAt)
    if (isKept(upload, member) && upload.keptUntil !== undefined) {
      keptUntil = Math.min(keptUntil ?? Infinity, upload.keptUntil)
    }
  }
  const { nothing: goingOn, continue: paused, file: needFile } = counts
  const all = [...groups.values()]
  return { groups: all, count, goingOn, paused, needFile, interruptedAt, keptUntil, discarded }
}

/** It is offered until its time is over; what has expired is not. */
function isKept({ state }: Upload, { need }: Interrupted): boolean {
  return need === 'continue' || (need === 'file' && state.getState().status !== 'failed')
}
