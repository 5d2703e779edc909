import type { RelationOutcome } from '../api/changesets.js'
import { addRelations } from '../api/entity-api.js'
import type { FileEntity, RelatedFile } from '../api/types.js'
import { relate } from './entity-files-query.js'
import type { RelationScene } from './open-list.js'
import { openList } from './open-list.js'
import { queryKeys } from './query-keys.js'

// What a person changes shows at once, and as it was when it is refused. A later answer of the server tells the truth.

/**
 * Attaches files, each with the labels it brings. What only waits for approval is not in the list. What the list holds
 * already is not asked for: nothing is documented of a file that is related twice.
 */
export async function attachFiles(
  scene: RelationScene,
  files: readonly (FileEntity | RelatedFile)[],
): Promise<RelationOutcome> {
  const { client, entity } = scene
  const { attribute = '_files' } = entity
  const list = await openList(scene)
  const known = new Set(list.files().map(({ _id }) => _id))
  const added = files.filter(({ _id }) => !known.has(_id)).map((file) => relate(file, entity, labelsOf(file)))
  if (added.length === 0) return { status: 'applied' }
  const items = added.map(({ _id, $relation: { _tags = [] } }) => ({
    entity_id: _id,
    attribute,
    _schema: 'file',
    ...(_tags.length > 0 && { _tags }),
  }))
  const takeOut = list.put(added)
  const all = added.map(({ _id }) => _id)
  try {
    const outcome = await addRelations(client.http, entity, items, { owner: client.currentOwner() })
    if (outcome.status === 'pending') takeOut(all)
    return outcome
  } catch (error) {
    takeOut(all)
    throw error
  } finally {
    list.close()
  }
}

/** Asks for the list anew, unless another change of it is on its way: that one will. */
export async function refetchRelations({ queryClient, entity }: RelationScene): Promise<void> {
  const queryKey = queryKeys.entityFiles(entity)
  if (queryClient.isMutating({ mutationKey: queryKey }) > 1) return
  await Promise.all([
    queryClient.invalidateQueries({ queryKey }),
    queryClient.invalidateQueries({ queryKey: queryKeys.pendingRelations(entity) }),
  ])
}

/** The labels that a file has in its relation; none, if it has none yet. */
export function labelsOf(file: FileEntity | RelatedFile): readonly string[] {
  return ('$relation' in file && file.$relation._tags) || []
}
