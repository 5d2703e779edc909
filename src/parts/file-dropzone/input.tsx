'use client'
import { forwardRef, useImperativeHandle } from 'react'
import { useMessages } from '../../hooks/files-provider.js'
import type { PartProps } from '../render-part.js'
import { renderPart } from '../render-part.js'
import { useDropzoneContext } from './dropzone-context.js'

/** Props of `FileDropzoneInput`. */
export type FileDropzoneInputProps = PartProps<'input'>

/** The browser's own picker, out of sight and out of the tab order. Renders an `<input type="file">`. */
export const FileDropzoneInput = forwardRef<HTMLInputElement, FileDropzoneInputProps>(
  function FileDropzoneInput(props, ref) {
    const { inputRef, inputProps, isMultiple, isDisabled } = useDropzoneContext('Input')
    const messages = useMessages()
    useImperativeHandle(ref, () => inputRef.current as HTMLInputElement, [inputRef]) // it is there by then

    return renderPart('input', props, {
      name: 'file-input',
      defaults: {
        ...inputProps,
        'aria-label': isMultiple ? messages.chooseFiles : messages.chooseFile,
        disabled: isDisabled,
        hidden: true,
      },
    })
  },
)
