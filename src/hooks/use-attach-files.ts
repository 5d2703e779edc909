'use client'
import type { UseMutationResult } from '@tanstack/react-query'
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query'
import { useMemo, useRef } from 'react'
import type { RelationOutcome } from '../api/changesets.js'
import type { FileError } from '../api/errors.js'
import type { EntityRef, FileEntity, RelatedFile } from '../api/types.js'
import { attachFiles } from '../queries/attach-files.js'
import { applied, reasonOf, refetchRelations } from '../queries/change-relations.js'
import { detachFiles } from '../queries/detach-files.js'
import { entityFilesQuery } from '../queries/entity-files-query.js'
import type { RelationScene } from '../queries/open-list.js'
import { queryKeys } from '../queries/query-keys.js'
import { useFileClient } from './files-provider.js'
import type { WayBack } from './use-way-back.js'
import { byId, mutationOf, useWayBack } from './use-way-back.js'

/** What is known of the attribute that files are attached to. */
export interface UseAttachFilesOptions {
  /**
   * Whether it holds many files (`FileAttributeRules.multiple`); else a new file replaces the one that is there.
   * @default true
   */
  readonly multiple?: boolean | undefined
}

/** What became of files that were to be attached. */
export type AttachOutcome = RelationOutcome & {
  /** Those that were not attached before and are now. */
  readonly attached: readonly FileEntity[]
  /** Why the others could not be attached, by their id. */
  readonly refused: ReadonlyMap<string, FileError>
}

/**
 * What `useAttachFiles` answers: a mutation of TanStack Query, what it would replace, and the way back: `undo()` takes off
 * again what was attached last, and puts back what it replaced.
 */
export type AttachFiles = UseMutationResult<AttachOutcome, Error, readonly FileEntity[]> &
  WayBack & {
    /** The attribute holds one file and has it: ask before it is replaced. */
    readonly isFull: boolean
    /** What would be taken off; the files themselves stay. */
    readonly replaces: readonly RelatedFile[]
    /**
     * Takes off what files replace that are attached already, for example by their upload. `undo` brings it back, and takes
     * those off; leave out which were there before.
     */
    readonly finishReplacing: (
      attached: readonly FileEntity[],
      replaced: readonly RelatedFile[],
    ) => Promise<RelationOutcome>
  }

/**
 * Attaches saved files to an entity (`addRelations`). The cached list shows them at once; what is refused leaves it again,
 * and so does what waits for approval (`usePendingRelations` shows it). What is attached already stays, once. Rejects where
 * none could be attached, and where what they replace could not be taken off: then `undo` takes off the new one.
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

  const settings = mutationOf(queryKey, 'attach')
  const { back, set } = useWayBack<Attachment>(settings, async ({ scene, attached, replaced }) => {
    const returned = await attachFiles(scene, replaced)
    if (returned.refused.size > 0) return { changed: returned, left: { scene, attached, replaced } }
    const changed = await detachFiles(scene, attached)
    return { changed, left: { scene, attached: [...changed.refused.keys()], replaced: none } }
  })
  /** Takes off what makes room. It can be undone as far as it has come. */
  async function makeRoom(attachment: Attachment): Promise<RelationOutcome> {
    const { replaced } = attachment
    if (attachment.attached.length > 0) set({ ...attachment, replaced: none })
    if (replaced.length === 0) return applied
    const off = await detachFiles(attachment.scene, replaced)
    if (off.done.length > 0) set({ ...attachment, replaced: off.done })
    const reason = reasonOf(off)
    if (reason) throw reason
    return off.outcome
  }
  const mutation = useMutation({
    ...settings,
    onMutate: () => set(null),
    mutationFn: async (files: readonly FileEntity[]) => {
      if (!multiple && files.length > 1) {
        throw new Error(`The attribute "${attribute ?? '_files'}" holds one file. Attach one at a time.`)
      }
      const { scene, findReplaced } = meant.current.get(files) ?? here
      const ids = new Set(files.map((file) => file._id))
      const replaced = (await findReplaced()).filter(({ _id }) => !ids.has(_id))
      // The new one first: nothing is taken off for one that is refused.
      const { done: attached, outcome, ...rest } = await attachFiles(scene, files)
      const reason = reasonOf(rest)
      if (reason && rest.refused.size === files.length) throw reason
      const each = { attached, refused: byId(rest.refused) }
      if (outcome.status === 'pending') return { ...outcome, ...each }
      return { ...(await makeRoom({ scene, attached, replaced })), ...each }
    },
    // Nobody waits for the list: it shows already what has changed.
    onSettled: (_outcome, _error, files) => void refetchRelations((meant.current.get(files) ?? here).scene),
  })
  const replacing = useMutation({
    ...settings,
    onMutate: () => set(null),
    mutationFn: makeRoom,
    onSettled: (_outcome, _error, { scene }) => void refetchRelations(scene),
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
    finishReplacing: (attached, replaced) => replacing.mutateAsync({ scene, attached, replaced }),
    ...back,
  }
}

/** What was attached last, and what it took the place of. */
interface Attachment {
  readonly scene: RelationScene
  readonly attached: readonly FileEntity[]
  readonly replaced: readonly RelatedFile[]
}

const none: readonly RelatedFile[] = []
