import type { EntityRef, RelationItem } from '../api/types.js'
import type { Attached } from './attached-by.js'

/** A file that is to be related. */
export interface AttachItem {
  readonly relation: RelationItem
  readonly onSent: () => void
  readonly signal: AbortSignal
  /** A call that carries it is under way. */
  isOut: boolean
  readonly resolve: (attached: Attached) => void
  readonly reject: (error: unknown) => void
}

/** Those of one entity that share a call. */
export interface AttachBatch {
  readonly entity: EntityRef
  readonly owner: string | undefined
  readonly items: AttachItem[]
  callOff: () => void
}

/** Is rejected as soon as nobody wants it any more, but for one that a call carries: its answer is awaited. */
export function attachItem(seed: Omit<AttachItem, 'isOut'>): AttachItem {
  const { signal, reject } = seed
  const item = { ...seed, isOut: false }
  signal.addEventListener('abort', () => item.isOut || reject(signal.reason), { once: true })
  return item
}

/** Whether the next call is to carry it. */
export function isStillWanted({ signal, reject }: AttachItem): boolean {
  if (signal.aborted) reject(signal.reason)
  return !signal.aborted
}
