'use client'
import { forwardRef } from 'react'
import { useMessages } from '../../hooks/files-provider.js'
import { formatBytes, formatSent } from '../../locales/format-bytes.js'
import type { PartProps } from '../render-part.js'
import { renderPart } from '../render-part.js'
import { useRow, useRowState } from './row-context.js'

/** Props of `FileListSize`. */
export type FileListSizeProps = PartProps<'span'>

/** How large the file is, and while it is being sent how much of it has left. Renders a `<span>`. */
export const FileListSize = forwardRef<HTMLSpanElement, FileListSizeProps>(function FileListSize(props, ref) {
  const row = useRow('Size')
  const messages = useMessages()
  const { locale, sentOf } = messages
  // Words and not numbers, so that a tick that changes no word renders nothing.
  const sent = useRowState(row, (state) =>
    state.status === 'uploading' && state.sentBytes > 0
      ? sentOf(...formatSent(state.sentBytes, state.totalBytes, locale))
      : null,
  )
  // 0 is "unknown" for files outside of epilot.
  const size = row.upload ? row.upload.file.size : row.file?.size_bytes || null
  const isUnknown = size === null
  return renderPart('span', props, {
    name: 'size',
    ref,
    defaults: {
      title: isUnknown ? messages.sizeUnknown : undefined,
      children: <bdi>{sent ?? (isUnknown ? '–' : formatBytes(size, locale))}</bdi>,
    },
  })
})
