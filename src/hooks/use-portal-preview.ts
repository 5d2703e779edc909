'use client'
import type { UseQueryResult } from '@tanstack/react-query'
import { useQuery } from '@tanstack/react-query'
import type { PortalPreview } from '../api/portal-types.js'
import { portalPreviewQuery } from '../queries/portal-preview-query.js'
import { useFileClient } from './files-provider.js'

/**
 * How a file can be shown in a portal (`getFilePreview`): asked for anew each time it is opened, since its links live
 * shortly. `null` asks for nothing.
 *
 * @example
 * const { data: preview } = usePortalPreview(openFile?._id ?? null)
 * if (preview?.kind === 'image' && !preview.requiresAuth) return <img src={preview.url} alt={openFile.filename} />
 */
export function usePortalPreview(fileId: string | null): UseQueryResult<PortalPreview> {
  return useQuery({ ...portalPreviewQuery(useFileClient(), fileId ?? ''), enabled: fileId !== null })
}
