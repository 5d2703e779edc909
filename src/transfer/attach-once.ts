import { listChangesets } from '../api/changesets.js'
import { FileError } from '../api/errors.js'
import { pendingRelations } from '../api/pending-relations.js'
import type { EntityRef, FileEntity } from '../api/types.js'
import type { Attached } from './attached-by.js'
import type { OnceContext } from './call-once.js'
import { callOnce } from './call-once.js'
import { findRelations } from './find-relations.js'

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

  async function isAttached(): Promise<boolean> {
    return (await findRelations(ports.http, entity, [file._id], { owner, signal })).size > 0
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
