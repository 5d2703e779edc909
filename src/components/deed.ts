import type { FileError } from '../api/errors.js'
import { toFileError } from '../api/errors.js'
import type { FileEntity } from '../api/types.js'

/** What was done last, for as long as nobody has closed it. */
export type Deed = { readonly files: readonly FileEntity[]; readonly isUndone?: boolean } & (
  | {
      readonly kind:
        'detached' | 'attached' | 'deleted' | 'relabeled' | 'relabel-waits' | 'detach-waits' | 'attach-waits'
    }
  /** One file is in the place of others. */
  | { readonly kind: 'replaced'; readonly old: readonly FileEntity[] }
  /** It was to take the place of others, and these are still there. */
  | { readonly kind: 'not-taken-off'; readonly old: readonly FileEntity[]; readonly error: FileError }
  | { readonly kind: 'not-attached'; readonly error: FileError }
)

/** Something did not work, and has to be heard at once. */
export function isBad({ kind }: Deed): boolean {
  return kind === 'not-attached' || kind === 'not-taken-off'
}

/** There is a way back for some time. */
export function isUndoable({ kind }: Deed): boolean {
  return kind === 'detached' || kind === 'attached' || kind === 'replaced' || kind === 'relabeled'
}

/** Why files could not be attached. */
export function notAttached(files: readonly FileEntity[], cause: unknown): Deed {
  return { kind: 'not-attached', files, error: toFileError(cause, 'attach') }
}
