'use client'
import type { UseMutationResult } from '@tanstack/react-query'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { deleteFile } from '../api/file-api.js'
import type { FileEntity, RelatedFile } from '../api/types.js'
import type { EntityFilesData } from '../queries/entity-files-query.js'
import { entityPages } from '../queries/entity-files-query.js'
import { itemsToTake, withItemsBack, withoutItems } from '../queries/paged-items.js'
import { queryKeys } from '../queries/query-keys.js'
import { useFileClient } from './files-provider.js'

/**
 * Deletes a file with all its versions (`deleteFile`), from whatever it is attached to. It leaves all cached lists at once,
 * and is back where it stood if that is refused. There is no way back: ask first, or take it off its entity
 * (`useDetachFile`).
 *
 * @example
 * const { mutate: deleteFile } = useDeleteFile()
 * if (confirm(`Delete ${file.filename}?`)) deleteFile(file)
 */
export function useDeleteFile(): UseMutationResult<void, Error, Pick<FileEntity, '_id'>> {
  const { http, currentOwner } = useFileClient()
  const queryClient = useQueryClient()
  const queryKey = queryKeys.allEntityFiles

  return useMutation({
    mutationKey: [...queryKey, 'delete'],
    networkMode: 'always',
    mutationFn: ({ _id }: Pick<FileEntity, '_id'>) => deleteFile(http, _id, {}, { owner: currentOwner() }),
    onMutate: async ({ _id }) => {
      await queryClient.cancelQueries({ queryKey })
      const goes = (file: RelatedFile) => file._id === _id
      const lists = queryClient.getQueriesData<EntityFilesData>({ queryKey })
      const taken = lists.map(([key, data]) => ({ key, items: itemsToTake(data, goes, entityPages) }))
      queryClient.setQueriesData<EntityFilesData>({ queryKey }, (data) =>
        withoutItems(data, goes, entityPages),
      )
      return taken
    },
    onError: (_error, _file, taken = []) => {
      for (const { key, items } of taken) {
        queryClient.setQueryData<EntityFilesData>(key, (data) => withItemsBack(data, items, entityPages))
      }
    },
    onSuccess: (_nothing, { _id }) => queryClient.removeQueries({ queryKey: queryKeys.file(_id) }),
    onSettled: () => queryClient.invalidateQueries({ queryKey }),
  })
}
