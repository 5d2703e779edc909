'use client'
import type { RefObject } from 'react'
import { useRef } from 'react'
import { useMessages } from '../../hooks/files-provider.js'
import { FileDropzoneButton } from '../../parts/file-dropzone/button.js'
import { FileDropzoneInput } from '../../parts/file-dropzone/input.js'
import { Icon } from '../../parts/icon.js'
import type { FocusFallback } from '../../parts/use-keep-focus.js'
import { useKeepFocus } from '../../parts/use-keep-focus.js'

interface AddButtonProps {
  readonly buttonRef: RefObject<HTMLButtonElement | null>
  /** Gets the focus when the button goes. */
  readonly focusFallback: FocusFallback
}

interface AddButtonsProps extends AddButtonProps {
  /** The drop zone below has a button of its own. */
  readonly isEmpty: boolean
  readonly mayAdd: boolean
  /** There are files of epilot to choose from, and room for them. */
  readonly mayChoose: boolean
  readonly onChoose: () => void
}

/** How files come in: from the device, or from elsewhere in epilot. */
export function AddButtons({ isEmpty, mayAdd, mayChoose, onChoose, ...rest }: AddButtonsProps) {
  const { collection: words } = useMessages()
  return (
    <>
      {mayChoose && (
        <button
          type="button"
          className={`ef-button ef-existing${isEmpty ? '' : ' ef-tool'}`}
          aria-haspopup="dialog"
          aria-label={words.attachExisting}
          title={words.attachExisting}
          onClick={onChoose}
        >
          <Icon name="attach" size="sm" />
          {isEmpty ? words.attachExisting : <span className="ef-minor">{words.existing}</span>}
        </button>
      )}
      {!isEmpty && mayAdd && <AddButton {...rest} />}
    </>
  )
}

function AddButton({ buttonRef, focusFallback }: AddButtonProps) {
  const { collection: words } = useMessages()
  const around = useRef<HTMLSpanElement>(null)
  useKeepFocus(around, { fallback: focusFallback })
  return (
    <span ref={around}>
      <FileDropzoneInput />
      <FileDropzoneButton ref={buttonRef} data-variant="primary">
        <Icon name="plus" size="sm" />
        {words.addFiles}
      </FileDropzoneButton>
    </span>
  )
}
