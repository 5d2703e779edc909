'use client'
import { forwardRef } from 'react'
import { useMessages } from '../../hooks/files-provider.js'
import { isAttachRefused } from '../../transfer/upload-state.js'
import type { Upload } from '../../uploads/upload.js'
import type { PartProps } from '../render-part.js'
import { RowButton } from './row-button.js'
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
    const { chooseAnother } = useMessages()
    if (!isShown) return null
    const onAct = () => row.upload && onChooseAnother(row.upload)
    return <RowButton {...props} {...{ ref, row, onAct }} words={chooseAnother} />
  },
)
