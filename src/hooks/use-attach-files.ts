'use client'
import type { UseMutationResult } from '@tanstack/react-query'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { addRelations } from '../api/entity-api.js'
import type { EntityRef, FileEntity } from '../api/types.js'
import type { EntityFilesData } from '../queries/entity-files-query.js'
import { relate, withFiles, withoutFiles } from '../queries/entity-files-query.js'
import { queryKeys } from '../queries/query-keys.js'
import { useFileClient } from './files-provider.js'

/**
 * Attaches saved files to an entity (`addRelations`). The cached list shows them at once; what is refused leaves it again.
 *
 * @example
 * const { mutate: attach } = useAttachFiles({ slug: 'opportunity', id })
 * attach([file])
 */
export function useAttachFiles(entity: EntityRef): UseMutationResult<void, Error, readonly FileEntity[]> {
  const { http, currentOwner } = useFileClient()
  const queryClient = useQueryClient()
  const { attribute = '_files' } = entity
  const queryKey = queryKeys.entityFiles(entity)

  return useMutation({
    // Another entity detaches from a pending mutation instead of rewriting it.
    mutationKey: [...queryKey, 'attach'],
    // Paused while offline it would go on later, under whoever is signed in then.
    networkMode: 'always',
    mutationFn: (files: readonly FileEntity[]) =>
      addRelations(
        http,
        entity,
        files.map((file) => ({ entity_id: file._id, attribute, _schema: 'file' })),
        { owner: currentOwner() },
      ),
    onMutate: async (files) => {
      await queryClient.cancelQueries({ queryKey })
      const before = queryClient.getQueryData<EntityFilesData>(queryKey)
      const known = new Set(before?.pages.flatMap((page) => page.relations.map((file) => file._id)))
      const added = files.filter((file) => !known.has(file._id)).map((file) => relate(file, entity))
      queryClient.setQueryData<EntityFilesData>(queryKey, (data) => withFiles(data, added))
      return new Set(added.map((file) => file._id))
    },
    onError: (_error, _files, added) => {
      if (added) queryClient.setQueryData<EntityFilesData>(queryKey, (data) => withoutFiles(data, added))
    },
    onSettled: () => queryClient.invalidateQueries({ queryKey }),
  })
}
