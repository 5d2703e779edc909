import { fileExtensions } from '../api/file-extensions.js'
import type { IconName } from './icon-paths.js'

/** What a file is at a glance; each kind has its glyph and tint. */
export type FileKind = Extract<
  IconName,
  'pdf' | 'sheet' | 'image' | 'video' | 'archive' | 'cad' | 'mail' | 'link' | 'file'
>

/** The kind of a file; the extension speaks where the browser or the server knows no type. */
export function fileKind(name: string, mimeType = ''): FileKind {
  const extension = /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? ''
  return byExtension.get(extension) ?? kindOfType(mimeType)
}

function kindOfType(mimeType: string): FileKind {
  if (mimeType.startsWith('image/')) return 'image'
  if (mimeType.startsWith('video/')) return 'video'
  if (mimeType === 'application/pdf') return 'pdf'
  if (/spreadsheet|excel|csv/.test(mimeType)) return 'sheet'
  if (/zip|compressed|tar$/.test(mimeType)) return 'archive'
  return mimeType.startsWith('message/') ? 'mail' : 'file'
}

const byExtension: ReadonlyMap<string, FileKind> = new Map(
  // The keys are those of the record above.
  (Object.entries(fileExtensions) as [FileKind, string][]).flatMap(([kind, list]) =>
    list.split(' ').map((extension) => [extension, kind] as const),
  ),
)
