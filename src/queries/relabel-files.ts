import { updateRelation } from '../api/entity-api.js'
import type { RelatedFile } from '../api/types.js'
import type { Changed } from './change-relations.js'
import { applied, changeRelations } from './change-relations.js'
import { labelsOf } from './entity-files-query.js'
import type { Relabel, RelationScene } from './open-list.js'
import { wayBack } from './open-list.js'
import { relationsReader } from './read-relations.js'

/** What became of each, and how to take just that back. */
export interface Relabeled extends Changed<RelatedFile> {
  readonly back: Relabel
}

/**
 * Changes the labels of files' relations, a few at a time. They are read right before: what others have changed since the
 * list was loaded stays. What has its labels already is not among what was done.
 */
export async function relabelFiles(
  scene: RelationScene,
  files: readonly RelatedFile[],
  to: Relabel,
): Promise<Relabeled> {
  const { client, entity } = scene
  const call = { owner: client.currentOwner() }
  const read = relationsReader(scene, files)
  const backs = new Map<string, Relabel>()

  const { done, ...rest } = await changeRelations(scene, files, {
    step: 'update',
    show: (list) => list.relabel(files, to),
    async act(some) {
      const now = await read()
      let outcome = applied
      for (const file of some) {
        const { _id: id } = file
        const before = labelsOf(now.get(id) ?? file)
        const after = to(before, id)
        if (isSame(before, after)) continue
        outcome = await updateRelation(client.http, entity, id, { _tags: after }, call)
        backs.set(id, wayBack(before, after))
      }
      return outcome
    },
  })
  return {
    ...rest,
    done: done.filter(({ _id }) => backs.has(_id)),
    back: (labels, id) => backs.get(id)?.(labels, id) ?? labels,
  }
}

function isSame(some: readonly string[], others: readonly string[]): boolean {
  return some.length === others.length && some.every((label) => others.includes(label))
}
