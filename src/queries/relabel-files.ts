import type { RelationOutcome } from '../api/changesets.js'
import { updateRelation } from '../api/entity-api.js'
import type { FileError } from '../api/errors.js'
import type { FileEntity } from '../api/types.js'
import { inTurn } from './in-turn.js'
import type { RelationScene } from './open-list.js'
import { openList } from './open-list.js'

/** Which file gets which labels. */
interface Relabeling {
  readonly file: Pick<FileEntity, '_id'>
  readonly labels: readonly string[]
}

/** What became of each. */
export interface Relabeled<One> {
  readonly outcomes: ReadonlyMap<One, RelationOutcome>
  readonly refused: ReadonlyMap<One, FileError>
}

/** Replaces the labels of files' relations, a few at a time. Those that are refused have theirs again. */
export async function relabelFiles<One extends Relabeling>(
  scene: RelationScene,
  relabelings: readonly One[],
): Promise<Relabeled<One>> {
  const { client, entity } = scene
  const call = { owner: client.currentOwner() }
  const list = await openList(scene)
  const putBack = list.relabel(new Map(relabelings.map(({ file, labels }) => [file._id, labels])))
  const outcomes = new Map<One, RelationOutcome>()
  try {
    const refused = await inTurn(relabelings, {
      clock: client.clock,
      step: 'update',
      async act(one) {
        const { file, labels } = one
        outcomes.set(one, await updateRelation(client.http, entity, file._id, { _tags: labels }, call))
      },
      onRefused: (some) => putBack([...some.keys()].map(({ file }) => file._id)),
    })
    return { outcomes, refused }
  } finally {
    list.close()
  }
}

/** Replaces the labels of one file's relation. */
export async function relabelFile(scene: RelationScene, relabeling: Relabeling): Promise<RelationOutcome> {
  const { outcomes, refused } = await relabelFiles(scene, [relabeling])
  const [reason] = refused.values()
  if (reason) throw reason
  return outcomes.get(relabeling) ?? { status: 'applied' }
}
