import { listChangesets } from '../api/changesets.js'
import { getRelationsV3 } from '../api/entity-api.js'
import { FileError } from '../api/errors.js'
import { pendingRelations } from '../api/pending-relations.js'
import type { EntityRef, FileEntity } from '../api/types.js'
import type { Attached } from './attached-by.js'
import type { OnceContext } from './call-once.js'
import { callOnce } from './call-once.js'

/** Relates a saved file to its business entity. */
export function attachOnce(entity: EntityRef, file: FileEntity, context: OnceContext): Promise<Attached> {
  const { job, ports, emit } = context
  const { owner, signal, from } = job
  const { attribute = '_files' } = entity

  return callOnce<Attached>(
    {
      step: 'attach',
      isSent: from.reached === 'attach-sent',
      look: async () => ((await isAttached()) ? 'applied' : (await isProposed()) ? 'pending' : null),
      call: (onSent) =>
        ports.attachLane.attach(entity, file, {
          owner,
          signal,
          onSent() {
            emit({ type: 'reached', checkpoint: { reached: 'attach-sent', file } })
            onSent()
          },
        }),
    },
    context,
  )

  /** Reads the relations page by page. */
  async function isAttached(): Promise<boolean> {
    for (let from = 0; ; from += pageSize) {
      const page = await getRelationsV3(ports.http, entity, { from, size: pageSize }, { owner, signal })
      const isHere = page.relations.some(
        ({ _id, $relation }) => _id === file._id && $relation.attribute === attribute,
      )
      if (isHere) return true
      if (page.relations.length === 0 || from + pageSize >= page.hits) return false
    }
  }

  /** What waits for approval is among no relations yet; asked for once more, it would be proposed twice. */
  async function isProposed(): Promise<boolean> {
    try {
      const changesets = await listChangesets(ports.http, entity, { owner, signal })
      return pendingRelations(changesets[attribute], []).attaching.includes(file._id)
    } catch (cause) {
      // Where nothing of the kind is known, nothing waits.
      if (cause instanceof FileError && cause.code === 'not-found') return false
      throw cause
    }
  }
}

// The most that the API gives.
const pageSize = 1000
