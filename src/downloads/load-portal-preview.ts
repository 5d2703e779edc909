import type { FetchBytes } from '../api/fetch-bytes.js'
import type { Call, Http } from '../api/http.js'
import { getFilePreview } from '../api/portal-api.js'
import type { LoadedPortalPreview } from '../api/portal-types.js'

/** What a preview needs of the client. */
export interface PreviewPorts {
  readonly http: Http
  readonly fetchBytes: FetchBytes
}

/**
 * A preview of a file that is ready to be shown (`getFilePreview`). Bytes that answer to the token alone are fetched with
 * it, from epilot's hosts and the client's `trustedHosts`, up to 50 MB.
 *
 * @example
 * const preview = await loadPortalPreview(client, file._id)
 */
export async function loadPortalPreview(
  { http, fetchBytes }: PreviewPorts,
  fileId: string,
  call?: Call,
): Promise<LoadedPortalPreview> {
  const preview = await getFilePreview(http, fileId, call)
  const { kind, url, requiresAuth, downloadUrl } = preview
  if (kind === 'unsupported') return { kind, downloadUrl }
  if (!requiresAuth) return { kind, url, downloadUrl }
  const request = { operation: 'getFilePreview', step: 'preview', url, maxBytes: 50_000_000 } as const
  const bytes = await fetchBytes(request, call)
  return { kind, blob: new Blob([bytes], { type: typeOf(kind, bytes.type) }), downloadUrl }
}

/** An object URL belongs to the app's own origin: HTML and SVG must never be made of what somebody else has sent. */
function typeOf(kind: 'pdf' | 'image', type: string): string {
  if (kind === 'pdf') return 'application/pdf'
  return /^image\/(avif|bmp|gif|jpeg|png|webp)\b/.exec(type)?.[0] ?? 'application/octet-stream'
}
