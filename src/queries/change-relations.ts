import type { RelationOutcome } from '../api/changesets.js'
import { listChangesets } from '../api/changesets.js'
import { addRelations, deleteRelation, updateRelation } from '../api/entity-api.js'
import type { FileError } from '../api/errors.js'
import { toFileError } from '../api/errors.js'
import { pendingRelations } from '../api/pending-relations.js'
import type { FileEntity, RelatedFile } from '../api/types.js'
import { Lane } from '../transfer/lane.js'
import { isOf, relate, withFiles, withLabels } from './entity-files-query.js'
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
  const takeOut = () => list.takeOut(added)
  list.change((data) => withFiles(data, added))
  const items = added.map(({ _id, $relation: { _tags = [] } }) => ({
    entity_id: _id,
    attribute,
    _schema: 'file',
    ...(_tags.length > 0 && { _tags }),
  }))
  if (items.length === 0) return { status: 'applied' }
  try {
    const outcome = await addRelations(client.http, entity, items, { owner: client.currentOwner() })
    if (outcome.status === 'pending') takeOut()
    return outcome
  } catch (error) {
    takeOut()
    throw error
  }
}

/**
 * Takes files off, a few at a time. Those that are refused stand where they stood; `onRefused` tells why. Rejects with the
 * first of these reasons, once all have been tried.
 */
export async function detachFiles(
  scene: RelationScene,
  files: readonly Pick<FileEntity, '_id'>[],
  onRefused?: (fileId: string, error: FileError) => void,
): Promise<RelationOutcome> {
  const { client, entity } = scene
  const call = { owner: client.currentOwner() }
  const list = await openList(scene)
  const putBack = list.takeOut(files)
  const lane = new Lane(atATime, client.clock)
  const detached = await Promise.allSettled(
    files.map(async ({ _id }) => {
      try {
        return await lane.run(() => deleteRelation(client.http, entity, _id, call), never)
      } catch (cause) {
        const error = toFileError(cause, 'detach')
        putBack([_id])
        onRefused?.(_id, error)
        throw error
      }
    }),
  )
  const refused = detached.find((one) => one.status === 'rejected')
  if (refused) throw refused.reason
  return awaitsApproval(scene, files, putBack)
}

/** Replaces the labels of a file's relation. */
export async function relabelFile(
  scene: RelationScene,
  { _id }: Pick<FileEntity, '_id'>,
  labels: readonly string[],
): Promise<RelationOutcome> {
  const { client, entity } = scene
  const list = await openList(scene)
  const before = list.files().find((file) => file._id === _id)
  const isMeant = (file: RelatedFile) => file._id === _id && isOf(file, entity.attribute)
  list.change((data) => withLabels(data, isMeant, labels))
  try {
    const call = { owner: client.currentOwner() }
    return await updateRelation(client.http, entity, _id, { _tags: labels }, call)
  } catch (error) {
    if (before) list.change((data) => withLabels(data, isMeant, labelsOf(before)))
    throw error
  }
}

/** Asks for the list anew, unless another change of it is on its way: that would show undone for a moment. */
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

/** A deletion that waits is answered as if it had taken effect; only the pending changes tell. */
async function awaitsApproval(
  { client, entity }: RelationScene,
  files: readonly Pick<FileEntity, '_id'>[],
  putBack: (ids: readonly string[]) => void,
): Promise<RelationOutcome> {
  const { attribute = '_files' } = entity
  const applied = { status: 'applied' } as const
  try {
    const changesets = await listChangesets(client.http, entity, { owner: client.currentOwner() })
    const changeset = changesets[attribute]
    const ids = files.map(({ _id }) => _id)
    const { detaching } = pendingRelations(changeset, ids)
    if (!changeset || detaching.length === 0) return applied
    putBack(detaching)
    return { status: 'pending', changesets: { [attribute]: changeset } }
  } catch {
    // It did take effect, or the list that is asked for next shows what is still there.
    return applied
  }
}

const never = new AbortController().signal
// Each is a mutation of its own, and epilot counts those.
const atATime = 4
