'use client'
import { forwardRef } from 'react'
import { useMessages } from '../../hooks/files-provider.js'
import type { UploadState } from '../../transfer/upload-state.js'
import { canCancel } from '../../transfer/upload-state.js'
import type { Upload } from '../../uploads/upload.js'
import { buttonNames } from '../button-names.js'
import { Icon } from '../icon.js'
import type { PartProps } from '../render-part.js'
import { renderPart } from '../render-part.js'
import { useRowTabIndex } from './place-context.js'
import { isInterrupted } from './is-interrupted.js'
import { useRow, useRowState } from './row-context.js'

/** Props of `FileListCancelButton`. */
export type FileListCancelButtonProps = PartProps<'button'>

/** Stops the upload for good; what a reload has interrupted is discarded. Renders a `<button>`, or nothing where it is too late or already over. */
export const FileListCancelButton = forwardRef<HTMLButtonElement, FileListCancelButtonProps>(
  function FileListCancelButton(props, ref) {
    const row = useRow('CancelButton')
    const action = useRowState(row, actionOf)
    const messages = useMessages()
    const tabIndex = useRowTabIndex()
    if (!action) return null
    return renderPart('button', props, {
      name: props.children === undefined ? 'icon-button' : 'button',
      ref,
      defaults: {
        type: 'button',
        tabIndex,
        ...buttonNames(props.children, messages[action], row.name, messages),
        onClick: () => row.upload?.cancel(),
        children: <Icon name="x" />,
      },
    })
  },
)

function actionOf(state: UploadState, upload: Upload): 'cancel' | 'discard' | null {
  if (!canCancel(state)) return null
  const isGivenUp = state.status === 'waiting' ? state.waiting.for === 'file' : isInterrupted(state, upload)
  return isGivenUp ? 'discard' : 'cancel'
}
