'use client'
import { forwardRef } from 'react'
import { useMessages } from '../../hooks/files-provider.js'
import { isAttachRefused } from '../../transfer/upload-state.js'
import type { PartProps } from '../render-part.js'
import { RowButton } from './row-button.js'
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
    const { keepUnattached, keepUnattachedShort } = useMessages()
    if (!isShown) return null
    return (
      <RowButton
        {...props}
        {...{ ref, row }}
        words={keepUnattached}
        face={<ShortWords long={keepUnattached} short={keepUnattachedShort} />}
        onAct={() => row.upload?.keepUnattached()}
      />
    )
  },
)
