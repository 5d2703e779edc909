import { addRelations } from '../api/entity-api.js'
import type { FileEntity, RelatedFile } from '../api/types.js'
import type { Changed } from './change-relations.js'
import { applied, changeRelations } from './change-relations.js'
import { labelsOf, relate } from './entity-files-query.js'
import type { RelationScene } from './open-list.js'
import { relationsReader } from './read-relations.js'

/**
 * Attaches files, each with the labels it brings. What is attached already is not asked for, since nothing is documented
 * of a file that is related twice, and is not among what was done.
 */
export async function attachFiles<File extends FileEntity | RelatedFile>(
  scene: RelationScene,
  files: readonly File[],
): Promise<Changed<File>> {
  const { client, entity } = scene
  const { attribute = '_files' } = entity
  const call = { owner: client.currentOwner() }
  const read = relationsReader(scene, files)
  let known: ReadonlySet<string> = new Set()
  let isSure = false
  const added = new Set<File>()
  const isAdded = (file: File) => added.has(file)

  const { done, waiting, ...rest } = await changeRelations(scene, files, {
    step: 'attach',
    atOnce: 50,
    show(list, isCertain) {
      known = new Set(list.files().map(({ _id }) => _id))
      isSure = isCertain && list.isComplete()
      const coming = files.filter(({ _id }) => !known.has(_id))
      return list.put(coming.map((file) => relate(file, entity, labelsOf(file))))
    },
    async act(some) {
      // Pages that nobody has loaded may hold some, and what is shown may have failed.
      const there = isSure ? known : new Set((await read()).keys())
      const missing = some.filter(({ _id }) => !there.has(_id))
      if (missing.length === 0) return applied
      const items = missing.map((file) => {
        const _tags = labelsOf(file)
        return { entity_id: file._id, attribute, _schema: 'file', ...(_tags.length > 0 && { _tags }) }
      })
      const outcome = await addRelations(client.http, entity, items, call)
      for (const file of missing) added.add(file)
      return outcome
    },
  })
  return { ...rest, done: done.filter(isAdded), waiting: waiting.filter(isAdded) }
}
