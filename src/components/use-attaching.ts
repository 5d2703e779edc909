'use client'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { toFileError } from '../api/errors.js'
import type { EntityRef, FileEntity, RelatedFile } from '../api/types.js'
import { useAttachFiles } from '../hooks/use-attach-files.js'
import { useLatest } from '../hooks/use-latest.js'
import { queryKeys } from '../queries/query-keys.js'
import type { StillAttached } from '../queries/replaced-files.js'
import type { Deed } from './deed.js'
import { attachedDeed, notAttached } from './deed.js'

/** Attaches files that epilot has, and tells what became of it. */
export type Attaching = ReturnType<typeof useAttaching>

export function useAttaching(entity: EntityRef, onDeed: (deed: Deed | null) => void) {
  // What is taken off is what somebody was asked about, and not what is there by then.
  const attaching = useAttachFiles(entity)
  useStillAttached(entity, onDeed)

  /** Rejects where they could not be attached; all else it tells. */
  async function attach(files: readonly FileEntity[], replaced: readonly RelatedFile[] = none) {
    onDeed(null)
    const old = replaced.filter(({ _id }) => files.every((file) => file._id !== _id))
    const [file] = files
    const outcome = await attaching.mutateAsync(files)
    if (outcome.status === 'pending') onDeed({ kind: 'attach-waits', files })
    else if (file && old.length > 0) await finishReplacing(file, old, outcome.attached)
    else onDeed(attachedDeed(outcome))
    return outcome
  }
  /** It is attached: now those go whose place it takes. By undo it goes itself, unless it was there before. */
  async function finishReplacing(
    file: FileEntity,
    old: readonly RelatedFile[],
    attached: readonly FileEntity[] = [file],
  ) {
    const files = [file]
    onDeed(null)
    try {
      const { status } = await attaching.finishReplacing(attached, old)
      onDeed(status === 'pending' ? { kind: 'detach-waits', files: old } : { kind: 'replaced', files, old })
    } catch (cause) {
      onDeed({ kind: 'not-taken-off', files, old, error: toFileError(cause, 'detach') })
    }
  }
  return {
    undo: attaching.undo,
    undoError: attaching.undoError,
    undoProblems: attaching.undoProblems,
    attach,
    finishReplacing,
    fail: (files: readonly FileEntity[], cause: unknown) => onDeed(notAttached(files, cause)),
    /** Attaches, and tells also what went wrong. */
    async attachAndTell(files: readonly FileEntity[], replaced?: readonly RelatedFile[]) {
      try {
        await attach(files, replaced)
      } catch (cause) {
        onDeed(notAttached(files, cause))
      }
    },
  }
}

/** Tells what a replacing after a reload could not take off. */
function useStillAttached(entity: EntityRef, onDeed: (deed: Deed) => void): void {
  const queryClient = useQueryClient()
  const queryKey = queryKeys.stillAttached(entity)
  const { data } = useQuery<StillAttached | null>({ queryKey, queryFn: () => null, enabled: false })
  const latest = useLatest({ onDeed, queryKey })
  useEffect(() => {
    if (!data) return
    const { file, ...rest } = data
    queryClient.setQueryData(latest.current.queryKey, null)
    latest.current.onDeed({ kind: 'still-attached', files: [file], ...rest })
  }, [data, queryClient, latest])
}

const none: readonly never[] = []
