'use client'
import type { UseMutationResult } from '@tanstack/react-query'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { RelationOutcome } from '../api/changesets.js'
import type { EntityRef, RelatedFile } from '../api/types.js'
import { reasonOf, refetchRelations } from '../queries/change-relations.js'
import type { RelationScene } from '../queries/open-list.js'
import { queryKeys } from '../queries/query-keys.js'
import type { Relabeled } from '../queries/relabel-files.js'
import { relabelFiles } from '../queries/relabel-files.js'
import { useFileClient } from './files-provider.js'
import type { WayBack } from './use-way-back.js'
import { mutationOf, useWayBack } from './use-way-back.js'

/** Which file gets which labels. */
export interface Relabeling {
  readonly file: RelatedFile
  /** All of them: what is not named goes. */
  readonly labels: readonly string[]
}

/**
 * What `useRelabelFile` answers: a mutation of TanStack Query, and the way back: `undo()` takes off the labels that were
 * added last and gives back those that went, and leaves what others have changed since.
 */
export type RelabelFile = UseMutationResult<RelationOutcome, Error, Relabeling> &
  Pick<WayBack, 'undo' | 'undoError'>

/**
 * Replaces the labels of a file's relation to an entity (`updateRelation`), which are not the file's own tags. The cached
 * list shows them at once; what is refused is as it was. Of two quick changes the later one wins.
 *
 * @example
 * const { mutate: relabel } = useRelabelFile({ slug: 'opportunity', id })
 * relabel({ file, labels: ['signed'] })
 */
export function useRelabelFile(entity: EntityRef): RelabelFile {
  const client = useFileClient()
  const queryClient = useQueryClient()
  const scene = { client, queryClient, entity }
  const settings = mutationOf(queryKeys.entityFiles(entity), 'relabel')
  const { back, set } = useWayBack<Change>(settings, async (last) => {
    const changed = await relabelFiles(last.scene, [last.file], last.back)
    return { changed, left: last }
  })
  const mutation = useMutation({
    ...settings,
    onMutate: () => set(null),
    mutationFn: async ({ file, labels }: Relabeling) => {
      const { done, back, outcome, ...rest } = await relabelFiles(scene, [file], () => labels)
      const reason = reasonOf(rest)
      if (reason) throw reason
      if (done.length > 0) set({ scene, file, back })
      return outcome
    },
    // Nobody waits for the list: it shows already what has changed.
    onSettled: () => void refetchRelations(scene),
  })
  const { undo, undoError } = back
  return { ...mutation, undo, undoError }
}

/** What gives back the labels that were replaced. */
interface Change extends Pick<Relabeled, 'back'> {
  readonly scene: RelationScene
  readonly file: RelatedFile
}
