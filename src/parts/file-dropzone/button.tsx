'use client'
import { forwardRef } from 'react'
import { useMessages } from '../../hooks/files-provider.js'
import type { PartProps } from '../render-part.js'
import { useDropzoneContext } from './dropzone-context.js'
import { renderPickerButton } from './picker-button.js'

/** Props of `FileDropzoneButton`. */
export type FileDropzoneButtonProps = PartProps<'button'>

/** Opens the picker. Renders a `<button>`, or nothing while there are as many files as may be. */
export const FileDropzoneButton = forwardRef<HTMLButtonElement, FileDropzoneButtonProps>(
  function FileDropzoneButton(props, ref) {
    const dropzone = useDropzoneContext('Button')
    const messages = useMessages()
    const children = dropzone.isMultiple ? messages.chooseFiles : messages.chooseFile
    return renderPickerButton(dropzone, props, { pick: 'files', children, ref })
  },
)
