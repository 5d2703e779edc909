'use client'
import { forwardRef, useMemo } from 'react'
import type { FileEntity } from '../../api/types.js'
import type { UploadState, UploadStatus } from '../../transfer/upload-state.js'
import type { Upload } from '../../uploads/upload.js'
import { displayName } from '../display-name.js'
import type { FileKind } from '../file-kind.js'
import { fileKind } from '../file-kind.js'
import type { PartProps } from '../render-part.js'
import { renderPart } from '../render-part.js'
import { RowContext, useRowState } from './row-context.js'

/** What a `FileListItem` tells by its `data-*` attributes. */
export interface FileListItemState {
  /** What an upload is doing; not there for a file that is stored. @selector [data-status="uploading" | …] */
  readonly status: UploadStatus | undefined
  /** Where the status alone would alarm too much. @selector [data-tone="warning" | "muted"] */
  readonly tone: 'warning' | 'muted' | undefined
  /** @selector [data-kind="pdf" | …] */
  readonly kind: FileKind
}

/** Props of `FileListItem`. */
export type FileListItemProps = PartProps<'li', FileListItemState> &
  (
    | { readonly upload: Upload; readonly file?: undefined }
    | { readonly file: FileEntity; readonly upload?: undefined }
  )

/**
 * The row of a file on its way (`upload`) or of one that is there (`file`). Renders an `<li>`. Where not all rows are in
 * the page, give it `aria-setsize` and `aria-posinset`.
 *
 * @example
 * <FileList.Item upload={upload}>
 *   <FileList.Name />
 *   <FileList.Status />
 *   <FileList.Progress />
 * </FileList.Item>
 */
export const FileListItem = forwardRef<HTMLLIElement, FileListItemProps>(function FileListItem(
  { upload = null, file = null, ...props },
  ref,
) {
  const rawName = upload?.file.name ?? file?.filename ?? ''
  const row = useMemo(() => ({ upload, file, name: displayName(rawName) }), [upload, file, rawName])
  const status = useRowState(row, (state) => state.status) ?? undefined
  const tone = useRowState(row, toneOf) ?? undefined
  const kind = file?.custom_download_url ? 'link' : fileKind(rawName, upload?.file.type ?? file?.mime_type)
  return (
    <RowContext.Provider value={row}>
      {renderPart<FileListItemState>('li', props, { name: 'row', state: { status, tone, kind }, ref })}
    </RowContext.Provider>
  )
})

function toneOf(state: UploadState): FileListItemState['tone'] {
  if (state.status === 'failed' && state.error.code === 'outcome-unknown') return 'warning'
  return state.status === 'waiting' && state.waiting.for === 'leader' ? 'muted' : undefined
}
