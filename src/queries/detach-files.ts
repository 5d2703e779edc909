import { listChangesets } from '../api/changesets.js'
import { deleteRelation } from '../api/entity-api.js'
import { pendingRelations } from '../api/pending-relations.js'
import type { FileEntity } from '../api/types.js'
import type { Changed, OnRefused } from './change-relations.js'
import { applied, changeRelations } from './change-relations.js'
import type { RelationScene } from './open-list.js'

/** Takes files off, a few at a time. Those that are refused, or wait for approval, stand where they stood. */
export function detachFiles<File extends Pick<FileEntity, '_id'>>(
  scene: RelationScene,
  files: readonly File[],
  onRefused?: OnRefused,
): Promise<Changed<File>> {
  const { client, entity } = scene
  const { attribute = '_files' } = entity
  const call = { owner: client.currentOwner() }
  return changeRelations(
    scene,
    files,
    {
      step: 'detach',
      show: (list) => list.takeOut(files),
      async act(some) {
        for (const { _id } of some) await deleteRelation(client.http, entity, _id, call)
        return applied
      },
      /** A deletion that waits is answered as if it had taken effect; only the pending changes tell. */
      async findWaiting(accepted) {
        try {
          const changeset = (await listChangesets(client.http, entity, call))[attribute]
          const { detaching } = pendingRelations(
            changeset,
            accepted.map(({ _id }) => _id),
          )
          const waiting = accepted.filter(({ _id }) => detaching.includes(_id))
          if (!changeset || waiting.length === 0) return nothingWaits
          return { waiting, outcome: { status: 'pending', changesets: { [attribute]: changeset } } }
        } catch {
          // It did take effect, or the list that is asked for next shows what is still there.
          return nothingWaits
        }
      },
    },
    onRefused,
  )
}

const nothingWaits = { waiting: [], outcome: applied }
