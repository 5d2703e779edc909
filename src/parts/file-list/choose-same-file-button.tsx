'use client'
import { forwardRef } from 'react'
import { useFileClient, useMessages } from '../../hooks/files-provider.js'
import type { UploadState } from '../../transfer/upload-state.js'
import { isFileChanged } from '../../transfer/upload-state.js'
import { pickFile } from '../pick-file.js'
import type { PartProps } from '../render-part.js'
import { RowButton } from './row-button.js'
import { useRow, useRowState } from './row-context.js'
import { ShortWords } from './short-words.js'

/** Props of `FileListChooseSameFileButton`. */
export type FileListChooseSameFileButtonProps = PartProps<'button'>

/**
 * Opens the picker for the file whose bytes a reload has lost, where that another one was chosen is told by the row; and
 * for a file that changed on the device, whose place any other takes that the rules of the list let in. Renders a
 * `<button>` with words, or nothing where the bytes are there.
 */
export const FileListChooseSameFileButton = forwardRef<HTMLButtonElement, FileListChooseSameFileButtonProps>(
  function FileListChooseSameFileButton(props, ref) {
    const row = useRow('ChooseSameFileButton')
    const client = useFileClient()
    const need = useRowState(row, needOf)
    const { chooseSameFile, chooseSameFileShort, chooseAgain } = useMessages()
    const { upload } = row
    if (!upload || !need) return null
    const isChanged = need === 'another'
    const words = isChanged ? chooseAgain : chooseSameFile
    const replaceIt = (file: File) =>
      // Where the rules cannot be asked the server's own are left.
      import('../../uploads/give-another.js').then(
        (it) => it.giveAnother(client.uploads, upload, file),
        () => upload.giveFile(file),
      )
    return (
      <RowButton
        {...props}
        {...{ ref, row, words }}
        face={isChanged ? words : <ShortWords long={words} short={chooseSameFileShort} />}
        onAct={() => pickFile((file) => void (isChanged ? replaceIt(file) : upload.giveFile(file)))}
      />
    )
  },
)

function needOf(state: UploadState): 'the same' | 'another' | null {
  if (isFileChanged(state)) return 'another'
  const isLost =
    state.status === 'failed'
      ? state.error.code === 'expired'
      : state.status === 'waiting' && state.waiting.for === 'file'
  return isLost ? 'the same' : null
}
