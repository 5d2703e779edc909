'use client'
import type { MouseEvent } from 'react'
import { useEffect, useId, useRef, useState } from 'react'
import { checkAddress, nameOfAddress } from '../../api/check-address.js'
import { toFileError } from '../../api/errors.js'
import type { FileEntity } from '../../api/types.js'
import { useMessages } from '../../hooks/files-provider.js'
import type { Attach, SavedExternalFile } from '../../hooks/use-external-save.js'
import { useExternalSave } from '../../hooks/use-external-save.js'
import { describeError } from '../../locales/describe-error.js'
import { Icon } from '../../parts/icon.js'
import type { AddOptions } from '../../uploads/create-uploads.js'
import { onlyName } from '../deed-toast.js'
import { attributesOf } from '../save-with.js'
import { useModal } from '../use-modal.js'
import { addressInWords } from './address-in-words.js'
import { TextField } from './text-field.js'

export interface ExternalFileDialogProps {
  /** Attaches what was saved; without it the file belongs to nothing yet. */
  readonly attach: Attach | undefined
  /** What goes when it comes, where there is room for one. */
  readonly replaces: readonly FileEntity[]
  readonly save: AddOptions['save']
  readonly onAdded?: ((added: SavedExternalFile) => void) | undefined
  /** Told of what fails when it is closed already. */
  readonly onFailed?: ((cause: unknown) => void) | undefined
  /** Where the file is to go: whoever comes back there goes on with what was begun. */
  readonly place: string
  readonly onClose: () => void
}

/** Takes in the address and the name of a file that stays where it is. Nothing is sent to the address. */
export function ExternalFileDialog(props: ExternalFileDialogProps) {
  const { attach, replaces, save, onAdded, onFailed, place, onClose } = props
  const messages = useMessages()
  const { adding: words } = messages
  const [address, setAddress] = useState('')
  const [ownName, setOwnName] = useState<string | null>(null)
  const [isChecked, setIsChecked] = useState(false)
  const { mutateAsync, isPending, error: cause } = useExternalSave(attach, place)
  const error = cause && !isPending ? toFileError(cause, 'save') : null

  const isReplaced = error?.step !== 'detach'
  const custom_download_url = address.trim()
  // Where the old one could not be taken off, the new one stands beside it.
  const old = isReplaced
    ? replaces
    : replaces.filter((file) => file.custom_download_url !== custom_download_url)
  const filename = ownName ?? nameOfAddress(custom_download_url)
  const problem = checkAddress(custom_download_url)
  const isNameless = filename.trim() === ''

  const id = useId()
  const dialog = useRef<HTMLDialogElement>(null)
  const addressField = useRef<HTMLInputElement>(null)
  const nameField = useRef<HTMLInputElement>(null)
  const modal = useModal(dialog, onClose)
  const events = {
    ...modal,
    // A click beside it does not throw away what is typed.
    onClick: (event: MouseEvent) => (address === '' ? modal.onClick(event) : event.stopPropagation()),
  }
  const isOpen = useIsMounted()
  useEffect(() => addressField.current?.focus(), [])

  async function submit() {
    if (isPending) return
    setIsChecked(true)
    if (problem) return addressField.current?.focus()
    if (isNameless) return nameField.current?.focus()
    const name = filename.trim()
    try {
      const added = await mutateAsync({ ...attributesOf(save, name), custom_download_url, filename: name })
      onAdded?.(added)
      if (isOpen.current) onClose()
    } catch (cause) {
      if (!isOpen.current) onFailed?.(cause)
    }
  }
  return (
    <dialog ref={dialog} className="ef-dialog" data-size="sm" aria-labelledby={id} {...events}>
      {/* No <form>: the dialog may stand in one of the app's. */}
      <div className="ef-link-form">
        <div className="ef-bar">
          <h3 id={id} className="ef-heading ef-grow">
            {words.linkTitle}
          </h3>
          <button
            type="button"
            className="ef-icon-button"
            title={messages.collection.close}
            aria-label={messages.collection.close}
            onClick={onClose}
          >
            <Icon name="x" />
          </button>
        </div>
        <div className="ef-link-fields">
          <TextField
            inputRef={addressField}
            label={words.address}
            value={address}
            onChange={setAddress}
            onEnter={submit}
            inputMode="url"
            dir="ltr"
            placeholder="https://"
            error={isChecked && problem ? addressInWords(problem, words.addressProblems) : undefined}
          />
          <TextField
            inputRef={nameField}
            label={words.name}
            value={filename}
            onChange={setOwnName}
            onEnter={submit}
            dir="auto"
            error={isChecked && !problem && isNameless ? words.nameMissing : undefined}
          />
          <p className="ef-help">{words.linkDetails}</p>
          {old.length > 0 && isReplaced && (
            <p className="ef-help">
              <bdi>{words.linkReplaces(old.length, onlyName(old))}</bdi>
            </p>
          )}
          {error && (
            <p className="ef-error" role="alert">
              <Icon name="alert" size="sm" />
              <bdi>
                {!isReplaced && `${words.notTakenOff(filename, old.length, onlyName(old))}. `}
                {error.step === 'attach'
                  ? describeError(error, messages).what
                  : messages.errors[error.code].what}
              </bdi>
            </p>
          )}
        </div>
        <div className="ef-dialog-foot">
          {/* What has begun goes on. */}
          <button type="button" className="ef-button" onClick={onClose}>
            {isPending || !isReplaced
              ? messages.collection.close
              : error?.step === 'attach'
                ? messages.keepUnattached
                : messages.cancel}
          </button>
          <button
            type="button"
            className="ef-button"
            data-variant="primary"
            aria-disabled={isPending || undefined}
            onClick={() => void submit()}
          >
            {isPending && <Icon name="spinner" size="sm" spin />}
            {isPending ? words.savingLink : replaces.length > 0 ? words.replace : words.saveLink}
          </button>
        </div>
      </div>
    </dialog>
  )
}

function useIsMounted() {
  const isMounted = useRef(false)
  useEffect(() => {
    isMounted.current = true
    return () => void (isMounted.current = false)
  }, [])
  return isMounted
}
