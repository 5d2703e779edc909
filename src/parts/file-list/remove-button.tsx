'use client'
import { forwardRef } from 'react'
import { useMessages } from '../../hooks/files-provider.js'
import { isLive } from '../../transfer/upload-state.js'
import { buttonNames } from '../button-names.js'
import { Icon } from '../icon.js'
import type { PartProps } from '../render-part.js'
import { renderPart } from '../render-part.js'
import { useRowTabIndex } from './place-context.js'
import { useRow, useRowState } from './row-context.js'

/** Props of `FileListRemoveButton`. */
export type FileListRemoveButtonProps = PartProps<'button'>

/** Takes an upload that is over out of the list. Renders a `<button>`, or nothing while it goes on. */
export const FileListRemoveButton = forwardRef<HTMLButtonElement, FileListRemoveButtonProps>(
  function FileListRemoveButton(props, ref) {
    const row = useRow('RemoveButton')
    const isShown = useRowState(row, isOver)
    const messages = useMessages()
    const tabIndex = useRowTabIndex()
    if (!isShown) return null
    return renderPart('button', props, {
      name: props.children === undefined ? 'icon-button' : 'button',
      ref,
      defaults: {
        type: 'button',
        tabIndex,
        ...buttonNames(props.children, messages.remove, row.name, messages),
        onClick: () => row.upload?.dismiss(),
        children: <Icon name="x" />,
      },
    })
  },
)

function isOver(state: Parameters<typeof isLive>[0]): boolean {
  return !isLive(state)
}
