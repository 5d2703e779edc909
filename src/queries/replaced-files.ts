import type { QueryClient } from '@tanstack/react-query'
import type { FileClient } from '../create-file-client.js'
import type { Upload } from '../uploads/upload.js'
import { refetchRelations } from './change-relations.js'
import { detachFiles } from './detach-files.js'
import { entityFilesQuery } from './entity-files-query.js'

/** Whose replacing somebody in this page takes care of. */
const takenOn = new WeakSet<Upload>()

/** Says that it is taken care of: nobody else in this page does so. */
export function takeOnReplacing(upload: Upload): void {
  takenOn.add(upload)
}

/**
 * Takes off what an upload has replaced, unless somebody in this page does so: after a reload nobody does. Where the new one
 * is no longer there, or others have taken off the old ones, nothing is left to do.
 */
export async function takeOffReplaced(
  client: FileClient,
  queryClient: QueryClient,
  upload: Upload,
): Promise<void> {
  const { entity, replaces = [], state } = upload
  const now = state.getState()
  if (takenOn.has(upload) || !entity || now.status !== 'done' || now.result.kind !== 'saved') return
  takenOn.add(upload)
  const { file, attach, notDeleted } = now.result
  if (attach || notDeleted) return
  const scene = { client, queryClient, entity }
  const query = entityFilesQuery(client, entity)
  try {
    // What the cache holds may be older than what others have changed.
    const { files } = query.select(await queryClient.fetchInfiniteQuery({ ...query, staleTime: 0 }))
    const isThere = files.some(({ _id }) => _id === file._id)
    const old = isThere ? files.filter(({ _id }) => replaces.includes(_id)) : []
    const refused = old.length > 0 ? [...(await detachFiles(scene, old)).refused.values()] : []
    // It is tried once more after the next reload; until then both are there to be seen.
    if (refused.some(({ retryable }) => retryable)) return
  } catch {
    return
  }
  upload.endReplacing()
  await refetchRelations(scene)
}
