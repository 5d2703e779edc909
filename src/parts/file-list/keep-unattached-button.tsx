'use client'
import { forwardRef } from 'react'
import { useMessages } from '../../hooks/files-provider.js'
import { isAttachRefused } from '../../transfer/upload-state.js'
import type { PartProps } from '../render-part.js'
import { renderPart } from '../render-part.js'
import { useRowTabIndex } from './place-context.js'
import { useRow, useRowState } from './row-context.js'
import { ShortWords } from './short-words.js'

/** Props of `FileListKeepUnattachedButton`. */
export type FileListKeepUnattachedButtonProps = PartProps<'button'>

/**
 * Leaves a file as it was saved, attached to nothing, where its entity does not take it. Renders a `<button>` with words,
 * or nothing elsewhere.
 */
export const FileListKeepUnattachedButton = forwardRef<HTMLButtonElement, FileListKeepUnattachedButtonProps>(
  function FileListKeepUnattachedButton(props, ref) {
    const row = useRow('KeepUnattachedButton')
    const isShown = useRowState(row, isAttachRefused)
    const { keepUnattached, keepUnattachedShort, forFile } = useMessages()
    const tabIndex = useRowTabIndex()
    if (!isShown) return null

    const { children } = props
    return renderPart('button', props, {
      name: 'button',
      ref,
      defaults: {
        type: 'button',
        tabIndex,
        'data-variant': 'ghost',
        'aria-label': forFile(typeof children === 'string' ? children : keepUnattached, row.name),
        onClick: () => row.upload?.keepUnattached(),
        children: <ShortWords long={keepUnattached} short={keepUnattachedShort} />,
      },
    })
  },
)
