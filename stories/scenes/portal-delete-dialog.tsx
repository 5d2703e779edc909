import type { PortalFile } from '../../src/index.js'
import { Icon, useMessages } from '../../src/index.js'
import { PortalDialog } from './portal-dialog.js'
import { portalWords } from './portal-words.js'

interface PortalDeleteDialogProps {
  readonly file: PortalFile
  readonly onDelete: () => void
  readonly onClose: () => void
}

/** A portal has no way back from deleting, so it asks. */
export function PortalDeleteDialog({ file, onDelete, onClose }: PortalDeleteDialogProps) {
  const messages = useMessages()
  const { deleteTitle, delete: verb } = messages.collection
  return (
    <PortalDialog
      title={deleteTitle(1, file.filename)}
      details={portalWords(messages).deleting}
      onClose={onClose}
    >
      <div className="ef-dialog-foot">
        <button type="button" className="ef-button" onClick={onClose}>
          {messages.cancel}
        </button>
        <button type="button" className="ef-button" data-tone="error" onClick={onDelete}>
          <Icon name="trash" size="sm" />
          {verb}
        </button>
      </div>
    </PortalDialog>
  )
}
