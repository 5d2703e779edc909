'use client'
import { forwardRef } from 'react'
import { useMessages } from '../../hooks/files-provider.js'
import type { Messages } from '../../locales/messages.js'
import type { UploadState } from '../../transfer/upload-state.js'
import type { PartProps } from '../render-part.js'
import { RowButton } from './row-button.js'
import { useRow, useRowState } from './row-context.js'

/** Props of `FileListSaveAgainButton`. */
export type FileListSaveAgainButtonProps = PartProps<'button'>

/**
 * Saves, or adds, once more what may be saved already; only a person can decide that. Renders a `<button>` with words, or
 * nothing where there is no doubt.
 */
export const FileListSaveAgainButton = forwardRef<HTMLButtonElement, FileListSaveAgainButtonProps>(
  function FileListSaveAgainButton(props, ref) {
    const row = useRow('SaveAgainButton')
    const action = useRowState(row, actionOf)
    const messages = useMessages()
    if (!action) return null
    return (
      <RowButton
        {...props}
        {...{ ref, row }}
        words={messages[action]}
        onAct={() => row.upload?.saveAgain()}
      />
    )
  },
)

function actionOf(state: UploadState): keyof Pick<Messages, 'saveAgain' | 'addAgain'> | null {
  if (state.status !== 'failed' || state.error.code !== 'outcome-unknown') return null
  return state.error.step === 'attach' ? 'addAgain' : 'saveAgain'
}
