import type { QueryClient } from '@tanstack/react-query'
import type { FileError } from '../api/errors.js'
import type { FileEntity, RelatedFile } from '../api/types.js'
import type { FileClient } from '../create-file-client.js'
import { findRelations } from '../transfer/find-relations.js'
import type { Upload } from '../uploads/upload.js'
import { reasonOf, refetchRelations } from './change-relations.js'
import { detachFiles } from './detach-files.js'
import { queryKeys } from './query-keys.js'

/** A file was to take the place of others, and these are still there. */
export interface StillAttached {
  readonly file: FileEntity
  readonly old: readonly RelatedFile[]
  readonly error: FileError
}

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
  const { file, attach, notDeleted } = now.result
  // Somebody else may be signed in by now, for whom nothing is to be changed.
  const isTheirs = () => upload.owner === client.currentOwner()
  if (attach || notDeleted || !isTheirs()) return
  takenOn.add(upload)
  const scene = { client, queryClient, entity }
  const oldIds = replaces.filter((id) => id !== file._id)
  try {
    // Not what the cache holds, which may be a part, and older than what others have changed.
    const call = { owner: upload.owner }
    const related = await findRelations(client.http, entity, [file._id, ...oldIds], call)
    const isThere = related.has(file._id)
    const old = isThere ? oldIds.flatMap((id) => related.get(id) ?? []) : []
    if (!isTheirs()) return
    const { refused } = old.length > 0 ? await detachFiles(scene, old) : { refused: none }
    // Others may have been faster.
    const still = new Map([...refused].filter(([, { code }]) => code !== 'not-found'))
    const error = reasonOf({ refused: still })
    if (error) {
      const told: StillAttached = { file, old: [...still.keys()], error }
      queryClient.setQueryData<StillAttached | null>(queryKeys.stillAttached(entity), told)
    }
    // It is tried once more after the next reload.
    if ([...still.values()].some(({ retryable }) => retryable)) return
  } catch {
    return
  }
  upload.endReplacing()
  await refetchRelations(scene)
}

const none: ReadonlyMap<RelatedFile, FileError> = new Map()
