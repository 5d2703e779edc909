'use client'
import type { ReactNode, RefObject } from 'react'
import { useImperativeHandle, useRef } from 'react'
import { useMessages } from '../hooks/files-provider.js'
import { FileDropzoneActions } from '../parts/file-dropzone/actions.js'
import { FileDropzoneButton } from '../parts/file-dropzone/button.js'
import { FileDropzoneCameraButton } from '../parts/file-dropzone/camera-button.js'
import { FileDropzoneFolderButton } from '../parts/file-dropzone/folder-button.js'
import { FileDropzoneIcon } from '../parts/file-dropzone/icon.js'
import { FileDropzoneInput } from '../parts/file-dropzone/input.js'
import { FileDropzoneOverlay } from '../parts/file-dropzone/overlay.js'
import type { FileDropzoneRootProps } from '../parts/file-dropzone/root.js'
import { FileDropzoneRoot } from '../parts/file-dropzone/root.js'
import { FileDropzoneRules } from '../parts/file-dropzone/rules.js'
import { FileDropzoneText } from '../parts/file-dropzone/text.js'
import { FileDropzoneTitle } from '../parts/file-dropzone/title.js'
import type { DropzoneOptions } from '../parts/file-dropzone/dropzone-options.js'
import { useTouch } from '../parts/file-dropzone/use-touch.js'

interface DropZoneProps
  extends Partial<Omit<DropzoneOptions, 'onFiles'>>, Pick<FileDropzoneRootProps, 'onFiles' | 'size'> {
  readonly title?: ReactNode
  /** What may come in, in plain words. */
  readonly help?: ReactNode
  /** With a button for folders. */
  readonly folders?: boolean | undefined
  /** Its button; the zone itself while that is away. */
  readonly buttonRef: RefObject<HTMLElement | null>
  /** Other ways for files to come in. */
  readonly children?: ReactNode
}

/** A drop zone with its words and buttons. */
export function DropZone({ title, help, folders = false, buttonRef, children, ...root }: DropZoneProps) {
  const { dropOrChoose } = useMessages()
  const zone = useRef<HTMLDivElement>(null)
  const button = useRef<HTMLButtonElement>(null)
  useImperativeHandle(buttonRef, () => button.current ?? (zone.current as HTMLElement)) // it is there by then
  const isTouch = useTouch()
  const isTall = root.size === 'tall'
  const primary = isTall ? 'primary' : undefined
  return (
    <FileDropzoneRoot {...root} ref={zone}>
      <FileDropzoneInput />
      <FileDropzoneIcon />
      <FileDropzoneText>
        <FileDropzoneTitle>
          {title ?? (isTall && !isTouch && root.multiple !== false ? dropOrChoose : undefined)}
        </FileDropzoneTitle>
        <FileDropzoneRules>{help}</FileDropzoneRules>
      </FileDropzoneText>
      <FileDropzoneActions>
        <FileDropzoneCameraButton data-variant={primary} />
        <FileDropzoneButton ref={button} data-variant={isTouch ? undefined : primary} />
        {folders && <FileDropzoneFolderButton />}
        {children}
      </FileDropzoneActions>
      {root.onFiles && root.page && <FileDropzoneOverlay />}
    </FileDropzoneRoot>
  )
}
