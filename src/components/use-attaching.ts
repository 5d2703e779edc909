'use client'
import { toFileError } from '../api/errors.js'
import type { EntityRef, FileEntity, RelatedFile } from '../api/types.js'
import type { UseAttachFilesOptions } from '../hooks/use-attach-files.js'
import { useAttachFiles } from '../hooks/use-attach-files.js'
import type { Deed } from './deed.js'
import { notAttached } from './deed.js'

/** Attaches files that epilot has, and tells what became of it. */
export type Attaching = ReturnType<typeof useAttaching>

export function useAttaching(
  entity: EntityRef,
  options: UseAttachFilesOptions,
  onDeed: (deed: Deed | null) => void,
) {
  const attaching = useAttachFiles(entity, options)

  /** Rejects with what `tell` has told. */
  async function attach(files: readonly FileEntity[]) {
    onDeed(null)
    const old = attaching.replaces.filter(isOld(files))
    const outcome = await attaching.mutateAsync(files)
    if (outcome.status === 'pending') onDeed({ kind: 'attach-waits', files })
    else onDeed(old.length > 0 ? { kind: 'replaced', files, old } : { kind: 'attached', files })
    return outcome
  }
  function fail(files: readonly FileEntity[], cause: unknown) {
    const error = toFileError(cause, 'attach')
    const old = attaching.replaces.filter(isOld(files))
    // The new one comes first, and only then the old ones go.
    if (error.step === 'detach' && old.length > 0) onDeed({ kind: 'not-taken-off', files, old, error })
    else onDeed(notAttached(files, error))
  }
  return {
    replaces: attaching.replaces,
    undo: attaching.undo,
    undoError: attaching.undoError,
    attach,
    fail,
    /** Attaches, and tells also what went wrong. */
    async attachAndTell(files: readonly FileEntity[]) {
      try {
        await attach(files)
      } catch (cause) {
        fail(files, cause)
      }
    },
    /** An upload has attached its file: now those go whose place it takes. */
    async finishReplacing(file: FileEntity, old: readonly RelatedFile[]) {
      const files = [file]
      onDeed(null)
      try {
        await attaching.finishReplacing(file, old)
        onDeed({ kind: 'replaced', files, old })
      } catch (cause) {
        onDeed({ kind: 'not-taken-off', files, old, error: toFileError(cause, 'detach') })
      }
    },
  }
}

function isOld(files: readonly FileEntity[]) {
  return ({ _id }: RelatedFile) => files.every((file) => file._id !== _id)
}
