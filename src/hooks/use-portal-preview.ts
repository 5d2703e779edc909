'use client'
import type { UseQueryResult } from '@tanstack/react-query'
import { useQuery } from '@tanstack/react-query'
import type { LoadedPortalPreview } from '../api/portal-types.js'
import { portalPreviewQuery } from '../queries/portal-preview-query.js'
import { useFileClient } from './files-provider.js'

/**
 * How a file can be shown in a portal (`getFilePreview`): asked for anew each time it is opened, since its links live
 * shortly. Where the link answers to the customer's token alone, the bytes are fetched with it and come as a `blob`, up to
 * 50 MB. `null` asks for nothing, and calls off what is on its way.
 *
 * @example
 * const { data: preview } = usePortalPreview(openFile?._id ?? null)
 * const src = useObjectUrl(preview?.blob) ?? preview?.url
 * if (preview?.kind === 'image') return <img src={src} alt={openFile.filename} />
 */
export function usePortalPreview(fileId: string | null): UseQueryResult<LoadedPortalPreview> {
  return useQuery({ ...portalPreviewQuery(useFileClient(), fileId ?? ''), enabled: fileId !== null })
}
