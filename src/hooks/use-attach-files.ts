'use client'
import type { UseMutationResult } from '@tanstack/react-query'
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query'
import { useMemo, useRef, useState } from 'react'
import type { RelationOutcome } from '../api/changesets.js'
import type { EntityRef, FileEntity, RelatedFile } from '../api/types.js'
import { attachFiles, refetchRelations } from '../queries/change-relations.js'
import { detachFiles } from '../queries/detach-files.js'
import type { EntityFilesData } from '../queries/entity-files-query.js'
import { cachedFiles, entityFilesQuery } from '../queries/entity-files-query.js'
import type { RelationScene } from '../queries/open-list.js'
import { queryKeys } from '../queries/query-keys.js'
import { useFileClient } from './files-provider.js'

/** What is known of the attribute that files are attached to. */
export interface UseAttachFilesOptions {
  /**
   * Whether it holds many files (`FileAttributeRules.multiple`); else a new file replaces the one that is there.
   * @default true
   */
  readonly multiple?: boolean | undefined
}

/** What `useAttachFiles` answers: a mutation of TanStack Query, what it would replace, and the way back. */
export type AttachFiles = UseMutationResult<RelationOutcome, Error, readonly FileEntity[]> & {
  /** The attribute holds one file and has it: ask before it is replaced. */
  readonly isFull: boolean
  /** What would be taken off; the files themselves stay. */
  readonly replaces: readonly RelatedFile[]
  /** Takes off what a file replaces that is attached already, by its upload. `undo` brings it back. */
  readonly finishReplacing: (file: FileEntity, replaced: readonly RelatedFile[]) => Promise<RelationOutcome>
  /** Takes off again what was attached last, and puts back what it replaced; `null` where there is nothing to undo. */
  readonly undo: (() => void) | null
  /** Why the way back failed. */
  readonly undoError: Error | null
}

/**
 * Attaches saved files to an entity (`addRelations`). The cached list shows them at once; what is refused leaves it again,
 * and so does what waits for approval (`usePendingRelations` shows it).
 *
 * @example
 * const { mutate: attach, isFull, replaces } = useAttachFiles({ slug: 'opportunity', id }, { multiple: rules.multiple })
 * if (!isFull || confirm(`Replace ${replaces[0].filename}?`)) attach([file])
 */
export function useAttachFiles(
  entity: EntityRef,
  { multiple = true }: UseAttachFilesOptions = {},
): AttachFiles {
  const client = useFileClient()
  const queryClient = useQueryClient()
  const scene = { client, queryClient, entity }
  const queryKey = queryKeys.entityFiles(entity)
  const { slug, id, attribute } = entity
  const listQuery = useMemo(
    () => entityFilesQuery(client, { slug, id, ...(attribute !== undefined && { attribute }) }),
    [client, slug, id, attribute],
  )
  // Only an attribute of one file has to know what it holds.
  const { data } = useInfiniteQuery({ ...listQuery, enabled: !multiple })
  const replaces = multiple ? none : (data?.files ?? none)

  /** What the attribute holds, asked for where the cache does not know yet. */
  const findReplaced = async () =>
    multiple ? none : listQuery.select(await queryClient.ensureInfiniteQueryData(listQuery)).files
  // A mutation knows the last render only, and by then it may be about another entity than the one that was meant.
  const here = { scene, findReplaced }
  const meant = useRef(new WeakMap<readonly FileEntity[], typeof here>())

  const [last, setLast] = useState<Attachment | null>(null)
  const settings = {
    // Another entity detaches from a pending mutation instead of rewriting it.
    mutationKey: [...queryKey, 'attach'],
    // Paused while offline it would go on later, under whoever is signed in then.
    networkMode: 'always' as const,
  }
  const mutation = useMutation({
    ...settings,
    onMutate: () => setLast(null),
    mutationFn: async (files: readonly FileEntity[]) => {
      if (!multiple && files.length > 1) {
        throw new Error(`The attribute "${attribute ?? '_files'}" holds one file. Attach one at a time.`)
      }
      const { scene, findReplaced } = meant.current.get(files) ?? here
      const ids = new Set(files.map((file) => file._id))
      const replaced = (await findReplaced()).filter(({ _id }) => !ids.has(_id))
      const known = cachedFiles(
        queryClient.getQueryData<EntityFilesData>(queryKeys.entityFiles(scene.entity)),
        scene.entity,
      )
      const attached = files.filter(({ _id }) => known.every((file) => file._id !== _id))
      // The new one first: nothing is taken off for one that is refused.
      const outcome = await attachFiles(scene, files)
      if (outcome.status === 'applied') {
        if (replaced.length > 0) await detachFiles(scene, replaced)
        setLast({ scene, attached, replaced })
      }
      return outcome
    },
    // Nobody waits for the list: it shows already what has changed.
    onSettled: (_outcome, _error, files) => void refetchRelations((meant.current.get(files) ?? here).scene),
  })
  const replacing = useMutation({
    ...settings,
    onMutate: () => setLast(null),
    mutationFn: async (attachment: Attachment) => {
      const outcome = await detachFiles(attachment.scene, attachment.replaced)
      if (outcome.status === 'applied') setLast(attachment)
      return outcome
    },
    onSettled: (_outcome, _error, { scene }) => void refetchRelations(scene),
  })
  const undoing = useMutation({
    ...settings,
    onMutate: () => setLast(null),
    mutationFn: async ({ scene, attached, replaced }: Attachment) => {
      if (replaced.length > 0) await attachFiles(scene, replaced)
      if (attached.length > 0) await detachFiles(scene, attached)
    },
    onError: (_error, attachment) => setLast(attachment),
    onSettled: (_nothing, _error, { scene }) => void refetchRelations(scene),
  })
  return {
    ...mutation,
    mutate(files, options) {
      meant.current.set(files, here)
      mutation.mutate(files, options)
    },
    mutateAsync(files, options) {
      meant.current.set(files, here)
      return mutation.mutateAsync(files, options)
    },
    isFull: replaces.length > 0,
    replaces,
    finishReplacing: (file, replaced) => replacing.mutateAsync({ scene, attached: [file], replaced }),
    undo: last && (() => undoing.mutate(last)),
    undoError: undoing.error,
  }
}

/** What was attached last, and what it took the place of. */
interface Attachment {
  readonly scene: RelationScene
  readonly attached: readonly FileEntity[]
  readonly replaced: readonly RelatedFile[]
}

const none: readonly RelatedFile[] = []
