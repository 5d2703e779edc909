'use client'
import { forwardRef, useState } from 'react'
import { useMessages } from '../../hooks/files-provider.js'
import { buttonNames } from '../button-names.js'
import { Icon } from '../icon.js'
import type { PartProps } from '../render-part.js'
import { renderPart } from '../render-part.js'
import { isInterrupted } from './is-interrupted.js'
import { useRowTabIndex } from './place-context.js'
import { useRow, useRowState } from './row-context.js'

/** What a `FileListPauseButton` tells by its `data-*` attributes. */
export interface FileListPauseButtonState {
  /** It resumes. @selector [data-paused] */
  readonly paused: boolean
}

/** Props of `FileListPauseButton`. */
export type FileListPauseButtonProps = PartProps<'button', FileListPauseButtonState>

/**
 * Pauses an upload that is being sent, and lets it go on. Renders a `<button>`, one for both, so that the focus stays; or
 * nothing while neither makes sense.
 */
export const FileListPauseButton = forwardRef<HTMLButtonElement, FileListPauseButtonProps>(
  function FileListPauseButton(props, ref) {
    const row = useRow('PauseButton')
    const status = useRowState(row, (state) => state.status)
    const isHeld = useRowState(row, isInterrupted)
    // Right after it was resumed an upload is in line again; the button that was pressed stays.
    const [isResumed, setResumed] = useState(false)
    const messages = useMessages()
    const tabIndex = useRowTabIndex()
    const paused = status === 'paused'
    const isAhead = status === 'queued' || status === 'preparing'
    // What a reload has interrupted is gone on with by `FileList.ContinueButton`.
    if (isHeld) return null
    if (!paused && status !== 'uploading' && !(isResumed && isAhead)) return null
    return renderPart<FileListPauseButtonState>('button', props, {
      name: props.children === undefined ? 'icon-button' : 'button',
      state: { paused },
      ref,
      defaults: {
        type: 'button',
        tabIndex,
        ...buttonNames(props.children, paused ? messages.resume : messages.pause, row.name, messages),
        onClick() {
          setResumed(paused)
          if (paused) row.upload?.resume()
          else row.upload?.pause()
        },
        children: <Icon name={paused ? 'play' : 'pause'} />,
      },
    })
  },
)
