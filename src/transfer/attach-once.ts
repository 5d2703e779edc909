import { getRelationsV3 } from '../api/entity-api.js'
import type { EntityRef, FileEntity } from '../api/types.js'
import type { OnceContext } from './call-once.js'
import { callOnce } from './call-once.js'

/** Relates a saved file to its business entity. */
export async function attachOnce(entity: EntityRef, file: FileEntity, context: OnceContext): Promise<void> {
  const { job, ports, emit } = context
  const { owner, signal, from } = job

  await callOnce<true>(
    {
      step: 'attach',
      isSent: from.reached === 'attach-sent',
      look: isAttached,
      async call(onSent) {
        await ports.attachLane.attach(entity, file, {
          owner,
          onSent() {
            emit({ type: 'reached', checkpoint: { reached: 'attach-sent', file } })
            onSent()
          },
        })
        return true
      },
    },
    context,
  )

  /** Reads the relations page by page. */
  async function isAttached(): Promise<true | null> {
    const attribute = entity.attribute ?? '_files'
    for (let from = 0; ; from += pageSize) {
      const page = await getRelationsV3(ports.http, entity, { from, size: pageSize }, { owner, signal })
      const isHere = page.relations.some(
        ({ _id, $relation }) => _id === file._id && $relation.attribute === attribute,
      )
      if (isHere) return true
      if (page.relations.length === 0 || from + pageSize >= page.hits) return null
    }
  }
}

// The most that the API gives.
const pageSize = 1000
