import type { EntityRef, FileEntity } from '../api/types.js'
import type { Attached } from './attached-by.js'
import type { OnceContext } from './call-once.js'
import { callOnce } from './call-once.js'

/** Relates a saved file to its business entity. */
export function attachOnce(entity: EntityRef, file: FileEntity, context: OnceContext): Promise<Attached> {
  const { job, ports, emit } = context
  const { owner, signal, from } = job

  return callOnce<Attached>(
    {
      step: 'attach',
      isSent: from.reached === 'attach-sent',
      async look() {
        // Few answers get lost.
        const { findRelation } = await import('./find-relation.js')
        return findRelation(entity, file, { http: ports.http, owner, signal })
      },
      call: (onSent) =>
        ports.attachLane.attach(entity, file, {
          owner,
          onSent() {
            emit({ type: 'reached', checkpoint: { reached: 'attach-sent', file } })
            onSent()
          },
        }),
    },
    context,
  )
}
