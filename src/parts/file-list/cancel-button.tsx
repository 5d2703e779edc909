'use client'
import { forwardRef } from 'react'
import { useMessages } from '../../hooks/files-provider.js'
import { canCancel } from '../../transfer/upload-state.js'
import { buttonNames } from '../button-names.js'
import { Icon } from '../icon.js'
import type { PartProps } from '../render-part.js'
import { renderPart } from '../render-part.js'
import { useRowTabIndex } from './place-context.js'
import { useRow, useRowState } from './row-context.js'

/** Props of `FileListCancelButton`. */
export type FileListCancelButtonProps = PartProps<'button'>

/** Stops the upload for good. Renders a `<button>`, or nothing where it is too late or already over. */
export const FileListCancelButton = forwardRef<HTMLButtonElement, FileListCancelButtonProps>(
  function FileListCancelButton(props, ref) {
    const row = useRow('CancelButton')
    const isShown = useRowState(row, canCancel)
    const messages = useMessages()
    const tabIndex = useRowTabIndex()
    if (!isShown) return null
    return renderPart('button', props, {
      name: props.children === undefined ? 'icon-button' : 'button',
      ref,
      defaults: {
        type: 'button',
        tabIndex,
        ...buttonNames(props.children, messages.cancel, row.name, messages),
        onClick: () => row.upload?.cancel(),
        children: <Icon name="x" />,
      },
    })
  },
)
