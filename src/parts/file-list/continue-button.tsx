'use client'
import { forwardRef } from 'react'
import { useMessages } from '../../hooks/files-provider.js'
import type { PartProps } from '../render-part.js'
import { isInterrupted } from './is-interrupted.js'
import { RowButton } from './row-button.js'
import { useRow, useRowState } from './row-context.js'

/** Props of `FileListContinueButton`. */
export type FileListContinueButtonProps = PartProps<'button'>

/** Goes on with what a reload has interrupted. Renders a `<button>` with words, or nothing where nothing stands still. */
export const FileListContinueButton = forwardRef<HTMLButtonElement, FileListContinueButtonProps>(
  function FileListContinueButton(props, ref) {
    const row = useRow('ContinueButton')
    const isShown = useRowState(row, isInterrupted)
    const { goOn } = useMessages()
    if (!isShown) return null
    return <RowButton {...props} {...{ ref, row }} words={goOn} onAct={() => row.upload?.resume()} />
  },
)
