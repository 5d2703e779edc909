'use client'
import type { UseMutationResult } from '@tanstack/react-query'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { RelationOutcome } from '../api/changesets.js'
import type { FileError } from '../api/errors.js'
import type { EntityRef, RelatedFile } from '../api/types.js'
import { attachFiles } from '../queries/attach-files.js'
import { reasonOf, refetchRelations } from '../queries/change-relations.js'
import { detachFiles } from '../queries/detach-files.js'
import type { RelationScene } from '../queries/open-list.js'
import { queryKeys } from '../queries/query-keys.js'
import { useFileClient } from './files-provider.js'
import type { WayBack } from './use-way-back.js'
import { mutationOf, noProblems, useWayBack } from './use-way-back.js'

/**
 * What `useDetachFile` answers: a mutation of TanStack Query, why files were refused, and the way back: `undo()` attaches
 * again what was taken off last, with its labels.
 */
export type DetachFile = UseMutationResult<RelationOutcome, Error, readonly RelatedFile[]> &
  WayBack & {
    /** Why files are still there, by their id; until they are tried again. */
    readonly problems: ReadonlyMap<string, FileError>
  }

/**
 * Takes files off an entity (`deleteRelation`); the files themselves stay. They leave the cached list at once; what is
 * refused, or waits for approval, is back where it stood. Rejects with the first of the reasons, once all have been tried.
 *
 * @example
 * const { mutate: detach, problems, undo } = useDetachFile({ slug: 'opportunity', id })
 * detach([file])
 */
export function useDetachFile(entity: EntityRef): DetachFile {
  const client = useFileClient()
  const queryClient = useQueryClient()
  const scene = { client, queryClient, entity }
  const [problems, setProblems] = useState(noProblems)

  const settings = mutationOf(queryKeys.entityFiles(entity), 'detach')
  const { back, set } = useWayBack<Detachment>(settings, async ({ scene, files }) => {
    const changed = await attachFiles(scene, files)
    return { changed, left: { scene, files: [...changed.refused.keys()] } }
  })
  const mutation = useMutation({
    ...settings,
    onMutate: (files) => {
      set(null)
      const again = new Set(files.map(({ _id }) => _id))
      setProblems((all) => new Map([...all].filter(([id]) => !again.has(id))))
    },
    mutationFn: async (files: readonly RelatedFile[]) => {
      const { done, outcome, ...rest } = await detachFiles(scene, files, (refused) =>
        setProblems((all) => new Map([...all, ...refused])),
      )
      if (done.length > 0) set({ scene, files: done })
      const reason = reasonOf(rest)
      if (reason) throw reason
      return outcome
    },
    // Nobody waits for the list: it shows already what has changed.
    onSettled: () => void refetchRelations(scene),
  })
  return { ...mutation, ...back, problems }
}

/** What was taken off last. */
interface Detachment {
  readonly scene: RelationScene
  readonly files: readonly RelatedFile[]
}
