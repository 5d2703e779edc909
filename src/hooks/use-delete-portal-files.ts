'use client'
import type { UseMutationResult } from '@tanstack/react-query'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { FileError, toFileError } from '../api/errors.js'
import { deleteEntityFile } from '../api/portal-api.js'
import type { PortalFile } from '../api/portal-types.js'
import type { EntityRef } from '../api/types.js'
import { itemsToTake, withItemsBack, withoutItems } from '../queries/paged-items.js'
import type { PortalFilesData } from '../queries/portal-files-query.js'
import { portalPages } from '../queries/portal-files-query.js'
import { queryKeys } from '../queries/query-keys.js'
import { useFileClient } from './files-provider.js'

/** What `useDeletePortalFiles` answers: a mutation of TanStack Query, and why files are back. */
export type PortalFilesDeletion = UseMutationResult<
  readonly string[],
  Error,
  readonly Pick<PortalFile, '_id'>[]
> & {
  /** Why files could not be deleted, by their id, until somebody tries again. */
  readonly refusals: ReadonlyMap<string, FileError>
}

/**
 * Deletes files of an entity as its portal user (`deleteEntityFile`). Answers with the ids that are deleted. They leave
 * all cached lists at once; what is refused is back where it stood, and `refusals` says why. There is no way back: ask
 * first.
 *
 * @example
 * const { mutate: deleteFiles, refusals } = useDeletePortalFiles({ slug: 'contract', id })
 * if (confirm(`Delete ${file.filename}?`)) deleteFiles([file])
 */
export function useDeletePortalFiles(entity: EntityRef): PortalFilesDeletion {
  const { http, currentOwner } = useFileClient()
  const queryClient = useQueryClient()
  const queryKey = queryKeys.allPortalFiles
  const [refusals, setRefusals] = useState<ReadonlyMap<string, FileError>>(noRefusals)

  const mutation = useMutation({
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
      note(files, null)
      await queryClient.cancelQueries({ queryKey })
      const ids = new Set(files.map(({ _id }) => _id))
      const goes = ({ _id }: PortalFile) => ids.has(_id)
      const lists = queryClient.getQueriesData<PortalFilesData>({ queryKey })
      const taken = lists.map(([key, data]) => ({ key, items: itemsToTake(data, goes, portalPages) }))
      queryClient.setQueriesData<PortalFilesData>({ queryKey }, (data) =>
        withoutItems(data, goes, portalPages),
      )
      return (stays: (id: string) => boolean) => {
        for (const { key, items } of taken) {
          const back = items.filter(({ item }) => stays(item._id))
          queryClient.setQueryData<PortalFilesData>(key, (data) => withItemsBack(data, back, portalPages))
        }
      }
    },
    onError: (error, files, putBack) => {
      putBack?.(() => true)
      note(files, toFileError(error, 'delete'))
    },
    // It is accepted, and may be carried out for some of them only.
    onSuccess: (deleted, files, putBack) => {
      putBack((id) => !deleted.includes(id))
      const kept = files.filter(({ _id }) => !deleted.includes(_id))
      if (kept.length > 0) note(kept, notDeleted())
    },
    onSettled: () => queryClient.invalidateQueries({ queryKey }),
  })
  return { ...mutation, refusals }

  /** Each deletion tells of its own files: several may be on their way. */
  function note(files: readonly Pick<PortalFile, '_id'>[], error: FileError | null): void {
    setRefusals((before) => {
      const after = new Map(before)
      for (const { _id } of files) {
        if (error) after.set(_id, error)
        else after.delete(_id)
      }
      return after
    })
  }
}

const noRefusals: ReadonlyMap<string, FileError> = new Map()

function notDeleted(): FileError {
  return new FileError('forbidden', 'deleteEntityFile has not deleted it.', {
    step: 'delete',
    audience: 'customer',
  })
}
