'use client'
import { forwardRef } from 'react'
import { useMessages } from '../../hooks/files-provider.js'
import type { PartProps } from '../render-part.js'
import { renderPart } from '../render-part.js'
import { useDropzoneContext } from './dropzone-context.js'

/** Props of `FileDropzoneButton`. */
export type FileDropzoneButtonProps = PartProps<'button'>

/** Opens the picker; the one tab stop of a drop zone. Renders a `<button>`. */
export const FileDropzoneButton = forwardRef<HTMLButtonElement, FileDropzoneButtonProps>(
  function FileDropzoneButton(props, ref) {
    const { open, isMultiple, isDisabled } = useDropzoneContext('Button')
    const messages = useMessages()
    return renderPart('button', props, {
      name: 'button',
      ref,
      defaults: {
        type: 'button',
        // Not `disabled`, which would drop the focus; `open` does nothing then.
        'aria-disabled': isDisabled || undefined,
        onClick: open,
        children: isMultiple ? messages.chooseFiles : messages.chooseFile,
      },
    })
  },
)
