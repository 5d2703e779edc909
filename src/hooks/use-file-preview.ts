'use client'
import type { UseQueryResult } from '@tanstack/react-query'
import { useQuery } from '@tanstack/react-query'
import type { FileEntity } from '../api/types.js'
import type { FilePreviewOptions } from '../downloads/load-file-preview.js'
import { filePreviewQuery } from '../queries/file-preview-query.js'
import { useFileClient } from './files-provider.js'

/**
 * A picture of a saved file as epilot draws it (`previewFile`), for users of epilot; `null` where there is none. In portals
 * see `usePortalPreview`.
 *
 * @example
 * const { data: picture } = useFilePreview(file, { widthPx: 480 })
 * const src = useObjectUrl(picture)
 * return src ? <img src={src} alt={file.filename} /> : null
 */
export function useFilePreview(file: FileEntity, options?: FilePreviewOptions): UseQueryResult<Blob | null> {
  return useQuery(filePreviewQuery(useFileClient(), file, options))
}
