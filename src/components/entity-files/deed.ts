import type { FileError } from '../../api/errors.js'
import type { FileEntity } from '../../api/types.js'

/** What was done last, for as long as nobody has closed it. */
export type Deed = { readonly files: readonly FileEntity[]; readonly isUndone?: boolean } & (
  | {
      readonly kind:
        'detached' | 'attached' | 'deleted' | 'relabeled' | 'relabel-waits' | 'detach-waits' | 'attach-waits'
    }
  | { readonly kind: 'not-attached'; readonly error: FileError }
)
