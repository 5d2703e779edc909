'use client'
import { useId, useRef } from 'react'
import type { RelatedFile } from '../../api/types.js'
import { useMessages } from '../../hooks/files-provider.js'
import { displayName } from '../../parts/display-name.js'
import { Icon } from '../../parts/icon.js'
import type { FocusFallback } from '../../parts/use-keep-focus.js'
import { useModal } from '../use-modal.js'

interface DeleteDialogProps {
  readonly files: readonly RelatedFile[]
  readonly onDelete: (files: readonly RelatedFile[]) => void
  readonly onCancel: () => void
  /** Gets the focus where what had it before has left. */
  readonly focusFallback: FocusFallback
}

/** Asks before files are deleted for good; taking them off the entity can be undone and needs no question. */
export function DeleteDialog({ files, onDelete, onCancel, focusFallback }: DeleteDialogProps) {
  const messages = useMessages()
  const { collection: words } = messages
  const id = useId()
  const dialog = useRef<HTMLDialogElement>(null)
  const modal = useModal(dialog, onCancel, focusFallback)
  const name = files.length === 1 && files[0] ? displayName(files[0].filename) : undefined
  return (
    <dialog
      ref={dialog}
      className="ef-dialog"
      data-size="sm"
      role="alertdialog"
      aria-labelledby={id}
      aria-describedby={`${id}details`}
      {...modal}
    >
      <div className="ef-inset">
        <h3 id={id} className="ef-heading">
          <bdi>{words.deleteTitle(files.length, name)}</bdi>
        </h3>
        <p id={`${id}details`} className="ef-help">
          {words.deleteDetails(files.length)}
        </p>
      </div>
      <div className="ef-dialog-foot">
        <button type="button" className="ef-button" onClick={onCancel}>
          {messages.cancel}
        </button>
        <button type="button" className="ef-button" data-tone="error" onClick={() => onDelete(files)}>
          <Icon name="trash" size="sm" />
          {words.delete}
        </button>
      </div>
    </dialog>
  )
}
