'use client'
import { forwardRef } from 'react'
import { useMessages } from '../../hooks/files-provider.js'
import type { PartProps } from '../render-part.js'
import { renderPart } from '../render-part.js'
import { isInterrupted } from './is-interrupted.js'
import { useRowTabIndex } from './place-context.js'
import { useRow, useRowState } from './row-context.js'

/** Props of `FileListContinueButton`. */
export type FileListContinueButtonProps = PartProps<'button'>

/** Goes on with what a reload has interrupted. Renders a `<button>` with words, or nothing where nothing stands still. */
export const FileListContinueButton = forwardRef<HTMLButtonElement, FileListContinueButtonProps>(
  function FileListContinueButton(props, ref) {
    const row = useRow('ContinueButton')
    const isShown = useRowState(row, isInterrupted)
    const { goOn, forFile } = useMessages()
    const tabIndex = useRowTabIndex()
    if (!isShown) return null
    return renderPart('button', props, {
      name: 'button',
      ref,
      defaults: {
        type: 'button',
        tabIndex,
        'data-variant': 'ghost',
        'aria-label': forFile(typeof props.children === 'string' ? props.children : goOn, row.name),
        onClick: () => row.upload?.resume(),
        children: goOn,
      },
    })
  },
)
