'use client'
import { forwardRef } from 'react'
import { useMessages } from '../../hooks/files-provider.js'
import { isAttachRefused } from '../../transfer/upload-state.js'
import type { Upload } from '../../uploads/upload.js'
import type { PartProps } from '../render-part.js'
import { renderPart } from '../render-part.js'
import { useRowTabIndex } from './place-context.js'
import { useRow, useRowState } from './row-context.js'

/** Props of `FileListChooseAnotherButton`. */
export interface FileListChooseAnotherButtonProps extends PartProps<'button'> {
  /** Lets the person choose another entity, and calls `upload.attachTo()` with it. */
  readonly onChooseAnother: (upload: Upload) => void
}

/**
 * Asks for another entity where the one that a file was meant for does not take it. Renders a `<button>` with words, or
 * nothing elsewhere.
 */
export const FileListChooseAnotherButton = forwardRef<HTMLButtonElement, FileListChooseAnotherButtonProps>(
  function FileListChooseAnotherButton({ onChooseAnother, ...props }, ref) {
    const row = useRow('ChooseAnotherButton')
    const isShown = useRowState(row, isAttachRefused)
    const { chooseAnother, forFile } = useMessages()
    const tabIndex = useRowTabIndex()
    if (!isShown) return null
    return renderPart('button', props, {
      name: 'button',
      ref,
      defaults: {
        type: 'button',
        tabIndex,
        'data-variant': 'ghost',
        'aria-label': forFile(typeof props.children === 'string' ? props.children : chooseAnother, row.name),
        onClick: () => row.upload && onChooseAnother(row.upload),
        children: chooseAnother,
      },
    })
  },
)
