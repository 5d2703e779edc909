'use client'
import type { Mutation, UseMutationResult } from '@tanstack/react-query'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { FileEntity } from '../api/types.js'
import type { FileUpdate, UpdateBack } from '../queries/change-file.js'
import { changeFile, refetchFile } from '../queries/change-file.js'
import { queryKeys } from '../queries/query-keys.js'
import { useFileClient } from './files-provider.js'
import type { WayBack } from './use-way-back.js'
import { mutationOf } from './use-way-back.js'

/**
 * What `useUpdateFile` answers: a mutation of TanStack Query, and the way back: `undo()` takes back what was changed last,
 * unless somebody has changed it once more since.
 */
export type UpdateFile = UseMutationResult<FileEntity, Error, FileUpdate> &
  Pick<WayBack, 'undo' | 'undoError'>

/**
 * Renames a file, replaces its own tags or says who may read it (`saveFileV2` with its `_id`). It shows at once in every cached
 * list, and as it was when it is refused; what is not named stays. A lost answer is looked for, and of two quick changes the
 * later one wins. The name is what `checkFileName` takes; a file keeps its versions and what it is attached to.
 *
 * @example
 * const { mutate: update, undo } = useUpdateFile()
 * update({ file, change: { filename: 'Contract 2026.pdf' } })
 */
export function useUpdateFile(): UpdateFile {
  const client = useFileClient()
  const queryClient = useQueryClient()
  const scene = { client, queryClient }
  const [last, setLast] = useState<UpdateBack | null>(null)
  const kind = mutationOf(queryKeys.all, 'update-file')
  const settings = {
    ...kind,
    onMutate: () => setLast(null),
    onSettled(_file: unknown, _error: Error | null, { file: { _id } }: FileUpdate) {
      const isOfIt = ({ state }: Mutation) => (state.variables as FileUpdate | undefined)?.file._id === _id
      // Where one more is under way, what is loaded now would show the one before for a moment.
      const isLast = queryClient.isMutating({ mutationKey: kind.mutationKey, predicate: isOfIt }) === 1
      // Nobody waits for the lists: they show already what has changed.
      if (isLast) void refetchFile(scene, _id)
    },
  }
  const mutation = useMutation({
    ...settings,
    mutationFn: async (update: FileUpdate) => {
      const { file, back } = await changeFile(scene, update)
      setLast(back)
      return file
    },
  })
  const undoing = useMutation({
    ...settings,
    mutationFn: async (back: UpdateBack) => {
      try {
        await changeFile(scene, back)
      } catch (reason) {
        setLast((now) => now ?? back)
        throw reason
      }
    },
  })
  return { ...mutation, undo: last && (() => undoing.mutate(last)), undoError: undoing.error }
}
