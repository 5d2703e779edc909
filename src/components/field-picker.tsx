'use client'
import type { MouseEvent, ReactNode, RefObject } from 'react'
import { useImperativeHandle, useRef } from 'react'
import type { FileFieldHandle } from '../hooks/use-file-field.js'
import { useMessages } from '../hooks/files-provider.js'
import { FileDropzoneActions } from '../parts/file-dropzone/actions.js'
import { FileDropzoneButton } from '../parts/file-dropzone/button.js'
import { FileDropzoneCameraButton } from '../parts/file-dropzone/camera-button.js'
import { FileDropzoneIcon } from '../parts/file-dropzone/icon.js'
import type { FileDropzoneInputProps } from '../parts/file-dropzone/input.js'
import { FileDropzoneInput } from '../parts/file-dropzone/input.js'
import { FileDropzoneRoot } from '../parts/file-dropzone/root.js'
import { FileDropzoneRules } from '../parts/file-dropzone/rules.js'
import { FileDropzoneText } from '../parts/file-dropzone/text.js'
import { FileDropzoneTitle } from '../parts/file-dropzone/title.js'
import { useTouch } from '../parts/file-dropzone/use-touch.js'
import { Icon } from '../parts/icon.js'

interface FieldPickerProps {
  readonly field: FileFieldHandle
  /** What may come in, in plain words. */
  readonly rulesInWords: ReactNode
  readonly camera: boolean
  /** The next thing to do is to take a photo. */
  readonly isRequired: boolean
  readonly disabled: boolean | string | undefined
  /** Besides what the field itself tells of its input. */
  readonly inputProps: FileDropzoneInputProps
  /** Its button; the zone itself while that is away. */
  readonly buttonRef: RefObject<HTMLElement | null>
}

/** Where files come into a form field: a drop zone in a line, on phones and tablets just its buttons. */
export function FieldPicker({
  field,
  rulesInWords,
  camera,
  isRequired,
  disabled,
  inputProps,
  buttonRef,
}: FieldPickerProps) {
  const { uploads, rules, add } = field
  const { takePhoto, field: words } = useMessages()
  const isTouch = useTouch()
  const zone = useRef<HTMLDivElement>(null)
  const button = useRef<HTMLButtonElement>(null)
  useImperativeHandle(buttonRef, () => button.current ?? (zone.current as HTMLElement)) // it is there by then
  const { maxCount = Infinity } = rules
  const isEmpty = uploads.length === 0
  const isFull = uploads.length >= maxCount

  return (
    <FileDropzoneRoot
      ref={zone}
      onFiles={add}
      rules={rules}
      count={uploads.length}
      multiple={maxCount > 1}
      disabled={disabled}
      data-bare={isTouch ? '' : undefined}
      onClick={isTouch ? onlyButtons : undefined}
    >
      <FileDropzoneInput {...inputProps} {...field.inputProps} />
      {!isTouch && <FileDropzoneIcon />}
      <FileDropzoneText>
        {(!isTouch || isFull || disabled) && <FileDropzoneTitle />}
        <FileDropzoneRules>{rulesInWords}</FileDropzoneRules>
      </FileDropzoneText>
      <FileDropzoneActions>
        {camera && (
          <FileDropzoneCameraButton data-variant={isEmpty && isRequired ? 'primary' : undefined}>
            <Icon name="camera" size="sm" />
            {isEmpty ? takePhoto : words.anotherPhoto}
          </FileDropzoneCameraButton>
        )}
        <FileDropzoneButton ref={button} />
      </FileDropzoneActions>
    </FileDropzoneRoot>
  )
}

/** Without a frame around them, nobody would know that a tap beside the buttons does something. */
function onlyButtons(event: MouseEvent<HTMLElement>): void {
  // What opens the picker is a click of its own.
  if (!(event.target instanceof HTMLInputElement)) event.preventDefault()
}
