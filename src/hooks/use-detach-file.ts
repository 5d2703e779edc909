'use client'
import type { UseMutationResult } from '@tanstack/react-query'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { RelationOutcome } from '../api/changesets.js'
import type { FileError } from '../api/errors.js'
import type { EntityRef, RelatedFile } from '../api/types.js'
import { attachFiles, detachFiles, refetchRelations } from '../queries/change-relations.js'
import type { RelationScene } from '../queries/open-list.js'
import { queryKeys } from '../queries/query-keys.js'
import { useFileClient } from './files-provider.js'

/** What `useDetachFile` answers: a mutation of TanStack Query, why files were refused, and the way back. */
export type DetachFile = UseMutationResult<RelationOutcome, Error, readonly RelatedFile[]> & {
  /** Why files are still there, by their id; until they are tried again. */
  readonly problems: ReadonlyMap<string, FileError>
  /** Attaches again what was taken off last, with its labels; `null` where there is nothing to undo. */
  readonly undo: (() => void) | null
  /** Why the way back failed. */
  readonly undoError: Error | null
}

/**
 * Takes files off an entity (`deleteRelation`); the files themselves stay. They leave the cached list at once; what is
 * refused, or waits for approval, is back where it stood.
 *
 * @example
 * const { mutate: detach, problems, undo } = useDetachFile({ slug: 'opportunity', id })
 * detach([file])
 */
export function useDetachFile(entity: EntityRef): DetachFile {
  const client = useFileClient()
  const queryClient = useQueryClient()
  const scene = { client, queryClient, entity }
  const [last, setLast] = useState<Detachment | null>(null)
  const [problems, setProblems] = useState<ReadonlyMap<string, FileError>>(noProblems)

  const settings = {
    mutationKey: [...queryKeys.entityFiles(entity), 'detach'],
    networkMode: 'always' as const,
    onSettled: () => refetchRelations(scene),
  }
  const mutation = useMutation({
    ...settings,
    onMutate: (files) => {
      setLast(null)
      const again = new Set(files.map(({ _id }) => _id))
      setProblems((all) => new Map([...all].filter(([id]) => !again.has(id))))
    },
    mutationFn: async (files: readonly RelatedFile[]) => {
      const refused = new Set<string>()
      const undoable = () => files.filter(({ _id }) => !refused.has(_id))
      try {
        const outcome = await detachFiles(scene, files, (id, error) => {
          refused.add(id)
          setProblems((all) => new Map(all).set(id, error))
        })
        if (outcome.status === 'applied') setLast({ scene, files })
        return outcome
      } catch (error) {
        if (undoable().length > 0) setLast({ scene, files: undoable() })
        throw error
      }
    },
  })
  const undoing = useMutation({
    ...settings,
    onMutate: () => setLast(null),
    mutationFn: ({ scene, files }: Detachment) => attachFiles(scene, files),
    onError: (_error, detachment) => setLast(detachment),
  })
  return { ...mutation, problems, undo: last && (() => undoing.mutate(last)), undoError: undoing.error }
}

/** What was taken off last. */
interface Detachment {
  readonly scene: RelationScene
  readonly files: readonly RelatedFile[]
}

const noProblems: ReadonlyMap<string, FileError> = new Map()
