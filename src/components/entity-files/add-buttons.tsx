'use client'
import type { RefObject } from 'react'
import { useRef } from 'react'
import { useMessages } from '../../hooks/files-provider.js'
import { FileDropzoneButton } from '../../parts/file-dropzone/button.js'
import { FileDropzoneInput } from '../../parts/file-dropzone/input.js'
import type { IconName } from '../../parts/icon-paths.js'
import { Icon } from '../../parts/icon.js'
import type { FocusFallback } from '../../parts/use-keep-focus.js'
import { useKeepFocus } from '../../parts/use-keep-focus.js'

interface AddButtonProps {
  readonly buttonRef: RefObject<HTMLButtonElement | null>
  /** Gets the focus when the button goes. */
  readonly focusFallback: FocusFallback
  /** What comes takes the place of what is there. */
  readonly replaces: boolean
}

interface AddButtonsProps extends AddButtonProps {
  /** The drop zone below has them. */
  readonly isEmpty: boolean
  readonly mayAdd: boolean
  /** Finds files of epilot, where there is room for them. */
  readonly onExisting: (() => void) | undefined
  /** Takes in a link, where there is room for it. */
  readonly onLink: (() => void) | undefined
}

/** How files come in: from the device, from elsewhere in epilot, or as a link. */
export function AddButtons({ isEmpty, mayAdd, onExisting, onLink, ...rest }: AddButtonsProps) {
  const { collection: words, adding } = useMessages()
  if (isEmpty || !mayAdd) return null
  return (
    <div className="ef-ways">
      {onLink && <WayButton icon="link" name={adding.addLink} short={adding.link} onClick={onLink} />}
      {onExisting && (
        <WayButton
          icon="attach"
          name={words.attachExisting}
          short={words.existing}
          onClick={() => onExisting()}
        />
      )}
      <AddButton {...rest} />
    </div>
  )
}

interface WayButtonProps {
  readonly icon: IconName
  readonly name: string
  readonly short: string
  readonly onClick: () => void
}

function WayButton({ icon, name, short, onClick }: WayButtonProps) {
  return (
    <button
      type="button"
      className="ef-button ef-existing ef-tool"
      aria-haspopup="dialog"
      aria-label={name}
      title={name}
      onClick={onClick}
    >
      <Icon name={icon} size="sm" />
      <span className="ef-minor">{short}</span>
    </button>
  )
}

function AddButton({ buttonRef, focusFallback, replaces }: AddButtonProps) {
  const { collection: words, adding } = useMessages()
  const around = useRef<HTMLSpanElement>(null)
  useKeepFocus(around, { fallback: focusFallback })
  return (
    <span ref={around}>
      <FileDropzoneInput />
      <FileDropzoneButton ref={buttonRef} data-variant="primary">
        <Icon name={replaces ? 'upload' : 'plus'} size="sm" />
        {replaces ? adding.replaceFile : words.addFiles}
      </FileDropzoneButton>
    </span>
  )
}
