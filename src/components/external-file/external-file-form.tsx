'use client'
import type { EntityRef } from '../../api/types.js'
import { useAttachFiles } from '../../hooks/use-attach-files.js'
import type { SavedExternalFile } from '../../hooks/use-external-save.js'
import type { AddOptions } from '../../uploads/create-uploads.js'
import { entityScope } from '../../uploads/entity-scope.js'
import { ExternalFileDialog } from './external-file-dialog.js'

/** What `ExternalFileForm` takes. */
export interface ExternalFileFormProps {
  /** What the file is attached to. @default nothing */
  readonly entity?: EntityRef | undefined
  /** Whether the attribute holds many files; else the new one takes the place of the one that is there. @default true */
  readonly multiple?: boolean | undefined
  /** What the File entity is saved with: tags, access, `custom_download_url_auth`. */
  readonly save?: AddOptions['save']
  readonly onAdded?: ((added: SavedExternalFile) => void) | undefined
  /** Called when it is closed, also once the file is added. */
  readonly onClose: () => void
}

/**
 * A dialog that adds a file which stays where it is: its address and its name. epilot keeps the link, not a copy. Only
 * `https`, and nothing is sent to the address. `AttachToEntity` and `EntityFiles` bring it along; it is for places of your
 * own.
 *
 * @example
 * {isOpen && <ExternalFileForm entity={{ slug: 'opportunity', id }} onClose={() => setIsOpen(false)} />}
 */
export function ExternalFileForm({ entity, multiple = true, save, ...rest }: ExternalFileFormProps) {
  const attaching = useAttachFiles(entity ?? nowhere, { multiple: !entity || multiple })
  return (
    <ExternalFileDialog
      {...rest}
      save={save}
      place={entity ? entityScope(entity) : ''}
      attach={entity && attaching.mutateAsync}
      replaces={attaching.replaces}
    />
  )
}

/** Hooks have to be called in any case. */
const nowhere: EntityRef = { slug: '', id: '' }
