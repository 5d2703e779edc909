'use client'
import type { UseMutationResult } from '@tanstack/react-query'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { RelationOutcome } from '../api/changesets.js'
import type { FileError } from '../api/errors.js'
import type { EntityRef, RelatedFile } from '../api/types.js'
import { attachFiles, refetchRelations } from '../queries/change-relations.js'
import { detachFiles } from '../queries/detach-files.js'
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
  }
  const mutation = useMutation({
    ...settings,
    onMutate: (files) => {
      setLast(null)
      const again = new Set(files.map(({ _id }) => _id))
      setProblems((all) => new Map([...all].filter(([id]) => !again.has(id))))
    },
    mutationFn: (files: readonly RelatedFile[]) =>
      detachFiles(scene, files, {
        onRefused: (refused) => setProblems((all) => new Map([...all, ...refused])),
        onGone: (gone) => setLast({ scene, files: gone }),
      }),
    // Nobody waits for the list: it shows already what has changed.
    onSettled: () => void refetchRelations(scene),
  })
  const undoing = useMutation({
    ...settings,
    onMutate: () => setLast(null),
    mutationFn: ({ scene, files }: Detachment) => attachFiles(scene, files),
    onError: (_error, detachment) => setLast(detachment),
    onSettled: (_outcome, _error, { scene }) => void refetchRelations(scene),
  })
  return { ...mutation, problems, undo: last && (() => undoing.mutate(last)), undoError: undoing.error }
}

/** What was taken off last. */
interface Detachment {
  readonly scene: RelationScene
  readonly files: readonly RelatedFile[]
}

const noProblems: ReadonlyMap<string, FileError> = new Map()
