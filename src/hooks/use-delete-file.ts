'use client'
import type { UseMutationResult } from '@tanstack/react-query'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { FileEntity } from '../api/types.js'
import { deleteFiles, deletionKey, refetchAllLists } from '../queries/delete-files.js'
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
  const client = useFileClient()
  const queryClient = useQueryClient()
  const scene = { client, queryClient }

  return useMutation({
    mutationKey: deletionKey,
    networkMode: 'always',
    async mutationFn(file: Pick<FileEntity, '_id'>) {
      const [reason] = (await deleteFiles(scene, [file])).values()
      if (reason) throw reason
    },
    onSettled: () => void refetchAllLists(scene),
  })
}
