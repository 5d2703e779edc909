'use client'
import { forwardRef } from 'react'
import { useMessages } from '../../hooks/files-provider.js'
import type { Messages } from '../../locales/messages.js'
import type { UploadState } from '../../transfer/upload-state.js'
import { isAttachRefused, needsAnotherFile } from '../../transfer/upload-state.js'
import type { PartProps } from '../render-part.js'
import { RowButton } from './row-button.js'
import { useRow, useRowState } from './row-context.js'

/** Props of `FileListRetryButton`. */
export interface FileListRetryButtonProps extends PartProps<'button'> {
  /**
   * Also where the entity has refused the file, which trying again hardly cures; `false` beside a
   * `FileList.ChooseAnotherButton`.
   * @default true
   */
  readonly whenRefused?: boolean | undefined
}

/**
 * Tries again, at once where it waits for its next attempt. Renders a `<button>` with words, or nothing where another
 * attempt could not help.
 */
export const FileListRetryButton = forwardRef<HTMLButtonElement, FileListRetryButtonProps>(
  function FileListRetryButton({ whenRefused = true, ...props }, ref) {
    const row = useRow('RetryButton')
    const isRefused = useRowState(row, isAttachRefused)
    const action = useRowState(row, actionOf)
    const messages = useMessages()
    if (!action || (isRefused && !whenRefused)) return null
    return (
      <RowButton {...props} {...{ ref, row }} words={messages[action]} onAct={() => row.upload?.retry()} />
    )
  },
)

type Action = keyof Pick<Messages, 'tryAgain' | 'tryNow' | 'checkAgain' | 'uploadAgain'>

function actionOf(state: UploadState): Action | null {
  switch (state.status) {
    case 'waiting':
      // A server that asked to be left in peace gets nothing sooner.
      return state.waiting.for === 'retry' && !state.waiting.error.retryAfterMs ? 'tryNow' : null
    case 'canceled':
      return 'uploadAgain'
    case 'failed':
      // What has expired needs its file.
      if (needsAnotherFile(state.error) || state.error.code === 'expired') return null
      return state.isUnwanted || state.error.code === 'outcome-unknown' ? 'checkAgain' : 'tryAgain'
    default:
      return null
  }
}
