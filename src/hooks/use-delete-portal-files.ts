'use client'
import type { UseMutationResult } from '@tanstack/react-query'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { deleteEntityFile } from '../api/portal-api.js'
import type { PortalFile } from '../api/portal-types.js'
import type { EntityRef } from '../api/types.js'
import { itemsToTake, withItemsBack, withoutItems } from '../queries/paged-items.js'
import type { PortalFilesData } from '../queries/portal-files-query.js'
import { portalPages } from '../queries/portal-files-query.js'
import { queryKeys } from '../queries/query-keys.js'
import { useFileClient } from './files-provider.js'

/**
 * Deletes files of an entity as its portal user (`deleteEntityFile`). Answers with the ids that are deleted. They leave
 * all cached lists at once; what is refused is back where it stood. There is no way back: ask first.
 *
 * @example
 * const { mutate: deleteFiles } = useDeletePortalFiles({ slug: 'contract', id })
 * if (confirm(`Delete ${file.filename}?`)) deleteFiles([file])
 */
export function useDeletePortalFiles(
  entity: EntityRef,
): UseMutationResult<readonly string[], Error, readonly Pick<PortalFile, '_id'>[]> {
  const { http, currentOwner } = useFileClient()
  const queryClient = useQueryClient()
  const queryKey = queryKeys.allPortalFiles

  return useMutation({
    mutationKey: [...queryKey, 'delete', entity.slug, entity.id],
    networkMode: 'always',
    mutationFn: (files: readonly Pick<PortalFile, '_id'>[]) =>
      deleteEntityFile(
        http,
        entity,
        files.map(({ _id }) => _id),
        { owner: currentOwner() },
      ),
    onMutate: async (files) => {
      await queryClient.cancelQueries({ queryKey })
      const ids = new Set(files.map(({ _id }) => _id))
      const lists = queryClient.getQueriesData<PortalFilesData>({ queryKey })
      const taken = lists.map(([key, data]) => ({ key, items: itemsToTake(data, ids, portalPages) }))
      queryClient.setQueriesData<PortalFilesData>({ queryKey }, (data) =>
        withoutItems(data, ids, portalPages),
      )
      return (stays: (id: string) => boolean) => {
        for (const { key, items } of taken) {
          const back = items.filter(({ item }) => stays(item._id))
          queryClient.setQueryData<PortalFilesData>(key, (data) => withItemsBack(data, back, portalPages))
        }
      }
    },
    onError: (_error, _files, putBack) => putBack?.(() => true),
    // It is accepted, and may be carried out for some of them only.
    onSuccess: (deleted, _files, putBack) => putBack((id) => !deleted.includes(id)),
    onSettled: () => queryClient.invalidateQueries({ queryKey }),
  })
}
