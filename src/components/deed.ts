import type { FileError } from '../api/errors.js'
import { toFileError } from '../api/errors.js'
import type { FileEntity } from '../api/types.js'
import type { AttachOutcome } from '../hooks/use-attach-files.js'

/** What was done last, for as long as nobody has closed it. */
export type Deed = { readonly files: readonly FileEntity[]; readonly isUndone?: boolean } & (
  | {
      readonly kind:
        | 'detached'
        | 'attached'
        | 'deleted'
        | 'relabeled'
        | 'renamed'
        | 'relabel-waits'
        | 'detach-waits'
        | 'attach-waits'
    }
  /** One file is in the place of others. */
  | { readonly kind: 'replaced'; readonly old: readonly FileEntity[] }
  /** It was to take the place of others, and these are still there. */
  | {
      /** `still-attached`: it was tried once more after a reload, and what was done last is something else. */
      readonly kind: 'not-taken-off' | 'still-attached'
      readonly old: readonly FileEntity[]
      readonly error: FileError
    }
  | { readonly kind: 'not-attached'; readonly error: FileError }
  /** Only some could be attached, which are `files`. */
  | { readonly kind: 'partly-attached'; readonly total: number; readonly error: FileError }
)

/** Something did not work, and has to be heard at once. */
export function isBad({ kind }: Deed): boolean {
  return (
    kind === 'not-attached' ||
    kind === 'partly-attached' ||
    kind === 'not-taken-off' ||
    kind === 'still-attached'
  )
}

/** There is a way back for some time, and nothing to be said without one. */
export function isUndoable({ kind }: Deed): boolean {
  return (
    kind === 'detached' ||
    kind === 'attached' ||
    kind === 'replaced' ||
    kind === 'relabeled' ||
    kind === 'renamed'
  )
}

/** What became of files that were attached; nothing where all of them were attached before. */
export function attachedDeed({ attached, refused }: AttachOutcome): Deed | null {
  const [error] = refused.values()
  if (attached.length === 0) return error ? notAttached([], error) : null
  return error
    ? { kind: 'partly-attached', files: attached, total: attached.length + refused.size, error }
    : { kind: 'attached', files: attached }
}

/** Why files could not be attached. */
export function notAttached(files: readonly FileEntity[], cause: unknown): Deed {
  return { kind: 'not-attached', files, error: toFileError(cause, 'attach') }
}
