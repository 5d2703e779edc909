import type { FileType } from '../api/types.js'

/** The kind of file that epilot makes of a MIME type. */
export function fileTypeOf(mimeType: string): FileType {
  const [family = ''] = mimeType.split('/')
  if (
    family === 'image' ||
    family === 'video' ||
    family === 'audio' ||
    family === 'text' ||
    family === 'font'
  )
    return family
  if (/spreadsheet|excel/.test(mimeType)) return 'spreadsheet'
  if (/presentation|powerpoint/.test(mimeType)) return 'presentation'
  if (/zip|tar|7z/.test(mimeType)) return 'archive'
  if (/pdf|word|document/.test(mimeType)) return 'document'
  return 'unknown'
}

/** As in "1.2 MB". */
export function readableSize(sizeBytes: number): string {
  if (sizeBytes < 1000) return `${sizeBytes} B`
  if (sizeBytes < 1_000_000) return `${(sizeBytes / 1000).toFixed(1)} kB`
  return `${(sizeBytes / 1_000_000).toFixed(1)} MB`
}
