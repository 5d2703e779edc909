'use client'
import { useId, useRef } from 'react'
import { useMessages } from '../hooks/files-provider.js'
import { useUploadAttributes } from '../hooks/use-upload-attributes.js'
import { useUpload } from '../hooks/use-upload.js'
import { displayName } from '../parts/display-name.js'
import type { FocusFallback } from '../parts/use-keep-focus.js'
import { useKeepFocus } from '../parts/use-keep-focus.js'
import { canDescribe } from '../transfer/upload-state.js'
import type { Upload } from '../uploads/upload.js'
import { TagChips } from './tag-chips.js'
import { useModal } from './use-modal.js'

interface UploadTagsDialogProps {
  readonly upload: Upload
  readonly offered: readonly string[]
  readonly onClose: () => void
  readonly focusFallback: FocusFallback
}

/** The tags of one file, until the moment it is saved. */
export function UploadTagsDialog({ upload, offered, onClose, focusFallback }: UploadTagsDialogProps) {
  const { adding: words } = useMessages()
  const [{ _tags = [] }, describe] = useUploadAttributes(upload)
  const isOpen = useUpload(upload, canDescribe)
  const id = useId()
  const dialog = useRef<HTMLDialogElement>(null)
  const modal = useModal(dialog, onClose)
  // The field goes once it is too late, and so does the button that has opened it.
  useKeepFocus(dialog, { fallback: focusFallback })
  return (
    <dialog ref={dialog} className="ef-dialog" data-size="sm" aria-labelledby={id} {...modal}>
      <div className="ef-inset">
        <h3 id={id} className="ef-heading">
          <bdi>{words.tagsOf(displayName(upload.file.name))}</bdi>
        </h3>
        <output className="ef-help">{!isOpen && words.tooLateForTags}</output>
      </div>
      <div className="ef-tags-body">
        <TagChips
          label={words.editTags}
          offered={offered}
          chosen={_tags}
          readOnly={!isOpen}
          onChange={(tags) => describe({ _tags: tags })}
        />
      </div>
      <div className="ef-dialog-foot">
        <button type="button" className="ef-button" data-variant="primary" onClick={onClose}>
          {words.done}
        </button>
      </div>
    </dialog>
  )
}
