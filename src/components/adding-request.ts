import type { FileEntity, RelatedFile } from '../api/types.js'
import type { loadForm, loadPicker, loadReplacing } from './load-dialogs.js'

/** What somebody is asked, with the dialog that does. */
export type Request =
  | {
      readonly kind: 'existing'
      readonly View: Awaited<ReturnType<typeof loadPicker>>
      /** What is looked for at first. */
      readonly text?: string | undefined
    }
  | { readonly kind: 'link'; readonly View: Awaited<ReturnType<typeof loadForm>> }
  | {
      readonly kind: 'replace'
      readonly View: Awaited<ReturnType<typeof loadReplacing>>['ReplaceQuestion']
      readonly incoming: File | FileEntity
      readonly replaced: readonly RelatedFile[]
      /** Uploads it; tells once it is attached. */
      readonly send: (onAttached: (file: FileEntity) => unknown) => void
    }
