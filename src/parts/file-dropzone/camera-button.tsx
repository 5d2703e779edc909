'use client'
import { forwardRef } from 'react'
import { useMessages } from '../../hooks/files-provider.js'
import { Icon } from '../icon.js'
import type { PartProps } from '../render-part.js'
import { useDropzoneContext } from './dropzone-context.js'
import { renderPickerButton } from './picker-button.js'
import { useTouch } from './use-touch.js'

/** Props of `FileDropzoneCameraButton`. */
export type FileDropzoneCameraButtonProps = PartProps<'button'>

/** Opens the camera. Renders a `<button>` on phones and tablets, where photos may come in; nothing elsewhere. */
export const FileDropzoneCameraButton = forwardRef<HTMLButtonElement, FileDropzoneCameraButtonProps>(
  function FileDropzoneCameraButton(props, ref) {
    const dropzone = useDropzoneContext('CameraButton')
    const messages = useMessages()
    const isTouch = useTouch()
    if (!isTouch || !dropzone.takesPhotos) return null
    const children = (
      <>
        <Icon name="camera" size="sm" />
        {messages.takePhoto}
      </>
    )
    return renderPickerButton(dropzone, props, { pick: 'camera', children, ref })
  },
)
