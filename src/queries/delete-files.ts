import type { QueryClient } from '@tanstack/react-query'
import { deleteFile } from '../api/file-api.js'
import type { FileError } from '../api/errors.js'
import type { FileEntity, RelatedFile } from '../api/types.js'
import type { FileClient } from '../create-file-client.js'
import { beginChange } from './changes-under-way.js'
import type { EntityFilesData } from './entity-files-query.js'
import { entityPages } from './entity-files-query.js'
import { inTurn } from './in-turn.js'
import { itemsToTake, withItemsBack, withoutItems } from './paged-items.js'
import { queryKeys } from './query-keys.js'

interface Scene {
  readonly client: FileClient
  readonly queryClient: QueryClient
}

/**
 * Deletes files for good, a few at a time. They leave all cached lists at once; those that are refused stand where they
 * stood. Answers with why.
 */
export async function deleteFiles<File extends Pick<FileEntity, '_id'>>(
  { client, queryClient }: Scene,
  files: readonly File[],
  onRefused?: (refused: ReadonlyMap<File, FileError>) => void,
): Promise<ReadonlyMap<File, FileError>> {
  const queryKey = queryKeys.allEntityFiles
  const call = { owner: client.currentOwner() }
  await queryClient.cancelQueries({ queryKey })
  const leaving = new Set(files.map(({ _id }) => _id))
  const goes = ({ _id }: RelatedFile) => leaving.has(_id)
  const lists = queryClient.getQueriesData<EntityFilesData>({ queryKey })
  const taken = lists.map(([key, data]) => ({ key, items: itemsToTake(data, goes, entityPages) }))
  queryClient.setQueriesData<EntityFilesData>({ queryKey }, (data) => withoutItems(data, goes, entityPages))
  const end = beginChange(client, null, (page) => page.filter((file) => !goes(file)))
  try {
    return await inTurn(files, {
      clock: client.clock,
      step: 'delete',
      async act(some) {
        for (const { _id } of some) {
          await deleteFile(client.http, _id, {}, call)
          queryClient.removeQueries({ queryKey: queryKeys.file(_id) })
        }
      },
      onRefused(refused) {
        const ids = new Set([...refused.keys()].map(({ _id }) => _id))
        for (const id of ids) leaving.delete(id)
        for (const { key, items } of taken) {
          const back = items.filter(({ item }) => ids.has(item._id))
          queryClient.setQueryData<EntityFilesData>(key, (data) => withItemsBack(data, back, entityPages))
        }
        onRefused?.(refused)
      },
    })
  } finally {
    end()
  }
}

/** Asks for all lists anew, unless another deletion is on its way: that one will. */
export async function refetchAllLists({ queryClient }: Pick<Scene, 'queryClient'>): Promise<void> {
  if (queryClient.isMutating({ mutationKey: deletionKey }) > 1) return
  await queryClient.invalidateQueries({ queryKey: queryKeys.allEntityFiles })
}

/** Names mutations that delete files. */
export const deletionKey = [...queryKeys.allEntityFiles, 'delete'] as const
