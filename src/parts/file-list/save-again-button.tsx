'use client'
import { forwardRef } from 'react'
import { useMessages } from '../../hooks/files-provider.js'
import type { Messages } from '../../locales/messages.js'
import type { UploadState } from '../../transfer/upload-state.js'
import type { PartProps } from '../render-part.js'
import { renderPart } from '../render-part.js'
import { useRowTabIndex } from './place-context.js'
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
    const tabIndex = useRowTabIndex()
    if (!action) return null
    return renderPart('button', props, {
      name: 'button',
      ref,
      defaults: {
        type: 'button',
        'data-variant': 'ghost',
        tabIndex,
        'aria-label': messages.forFile(
          typeof props.children === 'string' ? props.children : messages[action],
          row.name,
        ),
        onClick: () => row.upload?.saveAgain(),
        children: messages[action],
      },
    })
  },
)

function actionOf(state: UploadState): keyof Pick<Messages, 'saveAgain' | 'addAgain'> | null {
  if (state.status !== 'failed' || state.error.code !== 'outcome-unknown') return null
  return state.error.step === 'attach' ? 'addAgain' : 'saveAgain'
}
