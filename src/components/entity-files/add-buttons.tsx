'use client'
import type { RefObject } from 'react'
import { useMessages } from '../../hooks/files-provider.js'
import { FileDropzoneButton } from '../../parts/file-dropzone/button.js'
import { FileDropzoneInput } from '../../parts/file-dropzone/input.js'
import { Icon } from '../../parts/icon.js'

interface AddButtonsProps {
  /** The drop zone below has a button of its own. */
  readonly isEmpty: boolean
  readonly mayAdd: boolean
  /** There are files of epilot to choose from, and room for them. */
  readonly mayChoose: boolean
  readonly onChoose: () => void
  readonly buttonRef: RefObject<HTMLButtonElement | null>
}

/** How files come in: from the device, or from elsewhere in epilot. */
export function AddButtons({ isEmpty, mayAdd, mayChoose, onChoose, buttonRef }: AddButtonsProps) {
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
      {!isEmpty && mayAdd && (
        <>
          <FileDropzoneInput />
          <FileDropzoneButton ref={buttonRef} data-variant="primary">
            <Icon name="plus" size="sm" />
            {words.addFiles}
          </FileDropzoneButton>
        </>
      )}
    </>
  )
}
