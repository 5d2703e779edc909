'use client'
import { useMessages } from '../hooks/files-provider.js'
import { useUpload } from '../hooks/use-upload.js'
import { useUploadAttributes } from '../hooks/use-upload-attributes.js'
import { displayName } from '../parts/display-name.js'
import { useRowTabIndex } from '../parts/file-list/place-context.js'
import { FileListTags } from '../parts/file-list/tags.js'
import { Icon } from '../parts/icon.js'
import { canDescribe } from '../transfer/upload-state.js'
import type { Upload } from '../uploads/upload.js'

interface UploadTagsProps {
  readonly upload: Upload
  readonly onEdit: (upload: Upload) => void
}

/** The tags of a file on its way, which are a button for as long as it is not too late. */
export function UploadTags({ upload, onEdit }: UploadTagsProps) {
  const messages = useMessages()
  const [{ _tags = [] }] = useUploadAttributes(upload)
  const isOpen = useUpload(upload, canDescribe)
  const tabIndex = useRowTabIndex()
  if (!isOpen) return <FileListTags className="ef-minor" />
  const action = messages.forFile(messages.adding.editTags, displayName(upload.file.name))
  const words = _tags.join(', ')
  return (
    <button
      type="button"
      className="ef-tag ef-tag-button"
      tabIndex={tabIndex}
      aria-haspopup="dialog"
      aria-label={words ? `${action}: ${words}` : action}
      title={words || action}
      onClick={() => onEdit(upload)}
    >
      <Icon name="tag" />
      {words && <bdi>{words}</bdi>}
    </button>
  )
}
