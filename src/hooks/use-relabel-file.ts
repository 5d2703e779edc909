'use client'
import type { UseMutationResult } from '@tanstack/react-query'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { RelationOutcome } from '../api/changesets.js'
import type { EntityRef, RelatedFile } from '../api/types.js'
import { labelsOf, refetchRelations } from '../queries/change-relations.js'
import type { RelationScene } from '../queries/open-list.js'
import { queryKeys } from '../queries/query-keys.js'
import { relabelFile } from '../queries/relabel-files.js'
import { useFileClient } from './files-provider.js'

/** Which file gets which labels. */
export interface Relabeling {
  readonly file: RelatedFile
  /** All of them: what is not named goes. */
  readonly labels: readonly string[]
}

/** What `useRelabelFile` answers: a mutation of TanStack Query, and the way back. */
export type RelabelFile = UseMutationResult<RelationOutcome, Error, Relabeling> & {
  /** Gives back the labels that were replaced last; `null` where there is nothing to undo. */
  readonly undo: (() => void) | null
  /** Why the way back failed. */
  readonly undoError: Error | null
}

/**
 * Replaces the labels of a file's relation to an entity (`updateRelation`), which are not the file's own tags. The cached
 * list shows them at once; what is refused is as it was.
 *
 * @example
 * const { mutate: relabel } = useRelabelFile({ slug: 'opportunity', id })
 * relabel({ file, labels: ['signed'] })
 */
export function useRelabelFile(entity: EntityRef): RelabelFile {
  const client = useFileClient()
  const queryClient = useQueryClient()
  const scene = { client, queryClient, entity }
  const [last, setLast] = useState<Change | null>(null)

  const settings = {
    mutationKey: [...queryKeys.entityFiles(entity), 'relabel'],
    networkMode: 'always' as const,
    onMutate: () => setLast(null),
  }
  const mutation = useMutation({
    ...settings,
    mutationFn: (relabeling: Relabeling) => relabelFile(scene, relabeling),
    // Nobody waits for the list: it shows already what has changed.
    onSettled: () => void refetchRelations(scene),
    onSuccess: (_outcome, { file }) => setLast({ scene, file, labels: labelsOf(file) }),
  })
  const undoing = useMutation({
    ...settings,
    mutationFn: ({ scene, ...relabeling }: Change) => relabelFile(scene, relabeling),
    onError: (_error, change) => setLast(change),
    onSettled: (_outcome, _error, { scene }) => void refetchRelations(scene),
  })
  return { ...mutation, undo: last && (() => undoing.mutate(last)), undoError: undoing.error }
}

/** What gives back the labels that were replaced. */
interface Change extends Relabeling {
  readonly scene: RelationScene
}
