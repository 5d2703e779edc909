'use client'
import { forwardRef } from 'react'
import { useMessages } from '../../hooks/files-provider.js'
import type { UploadState } from '../../transfer/upload-state.js'
import { pickFile } from '../pick-file.js'
import type { PartProps } from '../render-part.js'
import { RowButton } from './row-button.js'
import { useRow, useRowState } from './row-context.js'
import { ShortWords } from './short-words.js'

/** Props of `FileListChooseSameFileButton`. */
export type FileListChooseSameFileButtonProps = PartProps<'button'>

/**
 * Opens the picker for the file whose bytes a reload has lost; that another one was chosen is told by the row. Renders a
 * `<button>` with words, or nothing where the bytes are there.
 */
export const FileListChooseSameFileButton = forwardRef<HTMLButtonElement, FileListChooseSameFileButtonProps>(
  function FileListChooseSameFileButton(props, ref) {
    const row = useRow('ChooseSameFileButton')
    const isShown = useRowState(row, needsItsFile)
    const { chooseSameFile, chooseSameFileShort } = useMessages()
    if (!isShown) return null
    return (
      <RowButton
        {...props}
        {...{ ref, row }}
        words={chooseSameFile}
        face={<ShortWords long={chooseSameFile} short={chooseSameFileShort} />}
        onAct={() => pickFile((file) => row.upload?.giveFile(file))}
      />
    )
  },
)

function needsItsFile(state: UploadState): boolean {
  if (state.status === 'failed') return state.error.code === 'expired'
  return state.status === 'waiting' && state.waiting.for === 'file'
}
