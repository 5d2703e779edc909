'use client'
import { forwardRef } from 'react'
import type { UploadState } from '../../transfer/upload-state.js'
import { DownloadButton } from '../download-button.js'
import type { DownloadButtonProps } from '../download-button.js'
import { useRowTabIndex } from './place-context.js'
import { useRow, useRowState } from './row-context.js'

/** Props of `FileListDownloadButton`. */
export type FileListDownloadButtonProps = Omit<DownloadButtonProps, 'file'>

/** Downloads the file of the row. Renders a `<button>`, or nothing while there is no file yet. */
export const FileListDownloadButton = forwardRef<HTMLButtonElement, FileListDownloadButtonProps>(
  function FileListDownloadButton(props, ref) {
    const row = useRow('DownloadButton')
    const saved = useRowState(row, savedFile)
    const file = row.file ?? saved
    const tabIndex = useRowTabIndex()
    return file && <DownloadButton tabIndex={tabIndex} {...props} ref={ref} file={file} />
  },
)

function savedFile(state: UploadState) {
  return state.status === 'done' && state.result.kind === 'saved' ? state.result.file : null
}
