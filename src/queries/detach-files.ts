import type { RelationOutcome } from '../api/changesets.js'
import { listChangesets } from '../api/changesets.js'
import { deleteRelation } from '../api/entity-api.js'
import type { FileError } from '../api/errors.js'
import { pendingRelations } from '../api/pending-relations.js'
import type { FileEntity } from '../api/types.js'
import { inTurn } from './in-turn.js'
import type { RelationScene } from './open-list.js'
import { openList } from './open-list.js'

/** Who hears of it. */
interface Listener<File> {
  /** Why some are still there, by their ids. */
  readonly onRefused?: (refused: ReadonlyMap<string, FileError>) => void
  /** Which are off, where any are. */
  readonly onGone?: (files: readonly File[]) => void
}

/**
 * Takes files off, a few at a time. Those that are refused, or wait for approval, stand where they stood. Rejects with the
 * first of the reasons, once all have been tried.
 */
export async function detachFiles<File extends Pick<FileEntity, '_id'>>(
  scene: RelationScene,
  files: readonly File[],
  { onRefused, onGone }: Listener<File> = {},
): Promise<RelationOutcome> {
  const { client, entity } = scene
  const call = { owner: client.currentOwner() }
  const list = await openList(scene)
  const putBack = list.takeOut(files)
  try {
    const refused = await inTurn(files, {
      clock: client.clock,
      step: 'detach',
      act: ({ _id }) => deleteRelation(client.http, entity, _id, call),
      onRefused(some) {
        putBack([...some.keys()].map(({ _id }) => _id))
        onRefused?.(new Map([...some].map(([{ _id }, error]) => [_id, error])))
      },
    })
    const accepted = files.filter((file) => !refused.has(file))
    const { waiting, outcome } = await awaitsApproval(scene, accepted)
    putBack(waiting)
    const gone = accepted.filter(({ _id }) => !waiting.includes(_id))
    if (gone.length > 0) onGone?.(gone)
    const [reason] = refused.values()
    if (reason) throw reason
    return outcome
  } finally {
    list.close()
  }
}

const nothingWaits = { waiting: [], outcome: { status: 'applied' } } as const

/** A deletion that waits is answered as if it had taken effect; only the pending changes tell. */
async function awaitsApproval(
  { client, entity }: RelationScene,
  files: readonly Pick<FileEntity, '_id'>[],
): Promise<{ readonly waiting: readonly string[]; readonly outcome: RelationOutcome }> {
  if (files.length === 0) return nothingWaits
  const { attribute = '_files' } = entity
  try {
    const changesets = await listChangesets(client.http, entity, { owner: client.currentOwner() })
    const changeset = changesets[attribute]
    const ids = files.map(({ _id }) => _id)
    const { detaching } = pendingRelations(changeset, ids)
    if (!changeset || detaching.length === 0) return nothingWaits
    return { waiting: detaching, outcome: { status: 'pending', changesets: { [attribute]: changeset } } }
  } catch {
    // It did take effect, or the list that is asked for next shows what is still there.
    return nothingWaits
  }
}
