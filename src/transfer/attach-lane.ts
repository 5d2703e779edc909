import type { Clock } from '../api/clock.js'
import { addRelations } from '../api/entity-api.js'
import type { Http } from '../api/http.js'
import type { Attached } from './attached-by.js'
import type { AttachBatch, AttachItem } from './attach-item.js'
import { attachItem, isStillWanted } from './attach-item.js'
import { attachedBy } from './attached-by.js'
import { byHalves } from './by-halves.js'
import { Lane } from './lane.js'
import type { EntityRef, FileEntity } from '../api/types.js'

/** Relates saved files to their business entity, as many as possible in one call. */
export interface AttachLane {
  /**
   * Resolves once the file is related, or that waits for approval; `onSent` is told right before the call that carries it
   * leaves.
   */
  attach(entity: EntityRef, file: FileEntity, options: AttachOptions): Promise<Attached>
}

export interface AttachOptions {
  readonly owner: string | undefined
  readonly onSent: () => void
  /** Takes it out as long as no call carries it. */
  readonly signal: AbortSignal
}

export interface AttachLaneOptions {
  readonly http: Http
  readonly clock: Clock
  /** Resolves once everything so far would survive a crash. */
  readonly journaled: () => Promise<void>
  /** How many files are on their way at all, those that stand here already included. */
  readonly underWay: () => number
  /** @default 50 */
  readonly batchSize?: number
  /** How long after the last file of an entity its batch leaves. @default 300 */
  readonly quietMs?: number
}

/**
 * Collects what is ready: a batch leaves at `batchSize`, `quietMs` after the last file, or as soon as nothing more is
 * on its way. Mutations are limited per minute, and a drop of 300 files should not use them up.
 */
export function createAttachLane({
  http,
  clock,
  journaled,
  underWay,
  batchSize = 50,
  quietMs = 300,
}: AttachLaneOptions): AttachLane {
  const batches = new Map<string, AttachBatch>()
  const lane = new Lane(atATime, clock)

  return {
    attach(entity, file, { owner, onSent, signal }) {
      return new Promise((resolve, reject) => {
        const key = JSON.stringify([entity.slug, entity.id, owner])
        const batch = batches.get(key) ?? { entity, owner, items: [], callOff: () => {} }
        batches.set(key, batch)
        const relation = { entity_id: file._id, attribute: entity.attribute ?? '_files', _schema: 'file' }
        batch.items.push(attachItem({ relation, onSent, signal, resolve, reject }))

        batch.callOff()
        const isFull = batch.items.length >= batchSize || batch.items.length >= underWay()
        if (isFull) flush(key, batch)
        else batch.callOff = clock.setTimeout(() => flush(key, batch), quietMs)
      })
    },
  }

  function flush(key: string, batch: AttachBatch): void {
    batches.delete(key)
    void byHalves(
      batch.items,
      (items) => send(batch, items),
      (items, error) => items.forEach(({ reject }) => reject(error)),
    )
  }

  async function send({ entity, owner }: AttachBatch, all: readonly AttachItem[]): Promise<void> {
    let items: readonly AttachItem[] = []
    const call = async () => {
      items = all.filter(isStillWanted)
      if (items.length === 0) return null
      for (const item of items) {
        item.isOut = true
        item.onSent()
      }
      await journaled()
      const relations = items.map((item) => item.relation)
      return addRelations(http, entity, relations, { owner })
    }
    try {
      const outcome = await lane.run(call, never)
      if (!outcome) return // nobody was left who wanted it
      for (const { relation, resolve } of items) resolve(attachedBy(outcome, relation))
    } finally {
      for (const item of items) item.isOut = false
    }
  }
}

const never = new AbortController().signal
const atATime = 2
