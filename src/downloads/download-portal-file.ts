import type { FetchBytes } from '../api/fetch-bytes.js'
import { FileError, restate, toFileError } from '../api/errors.js'
import { getFilePreview, trackFileDownloaded } from '../api/portal-api.js'
import type { PortalFile, PortalPreview } from '../api/portal-types.js'
import type { DownloadPorts, DownloadRequest } from './download-file.js'
import { openDownloadLink } from './download-file.js'

/** How a download from a portal went. */
export interface PortalDownload {
  /** Why epilot could not be told of it; the download itself is on its way. The file still counts as new. */
  readonly trackError: FileError | null
}

/** What a portal user downloads. */
export interface PortalDownloadRequest
  extends Pick<DownloadRequest, 'id' | 'onRefused'>, Pick<PortalFile, 'custom_download_url_auth'> {
  /** How it is saved where its bytes answer to the token alone. @default its id */
  readonly filename?: string | undefined
}

/** What a download from a portal needs of the client. */
export interface PortalDownloadPorts extends DownloadPorts {
  readonly fetchBytes: FetchBytes
}

/**
 * Downloads one file as a portal user (`getFilePreview`), and tells epilot so that it is no longer new
 * (`trackFileDownloaded`). Each call asks for its own link; where that answers to the token alone, the bytes are fetched
 * with it, from epilot's hosts and the client's `trustedHosts`.
 *
 * @example
 * await startPortalDownload(client, { id: file._id })
 */
export async function startPortalDownload(
  ports: PortalDownloadPorts,
  request: PortalDownloadRequest,
): Promise<PortalDownload> {
  const { http, currentOwner } = ports
  const { id } = request
  const call = { owner: currentOwner() }
  await begin(ports, await linkTo(ports, id), request)
  try {
    await trackFileDownloaded(http, id, call)
    return { trackError: null }
  } catch (cause) {
    return { trackError: toFileError(cause, 'update') }
  }
}

async function linkTo({ http, currentOwner }: PortalDownloadPorts, id: string): Promise<PortalPreview> {
  try {
    return await getFilePreview(http, id, { owner: currentOwner() })
  } catch (cause) {
    throw restate(toFileError(cause, 'download'), { step: 'download' })
  }
}

/** A link begins by itself; what needs the token is here when this resolves. */
async function begin(
  ports: PortalDownloadPorts,
  { requiresAuth, url, downloadUrl = requiresAuth ? url : undefined }: PortalPreview,
  { id, filename = id, custom_download_url_auth, onRefused }: PortalDownloadRequest,
): Promise<void> {
  if (downloadUrl === undefined) {
    throw new FileError('not-a-download', `The portal has no link to file ${id}.`, { step: 'download' })
  }
  // Of what cannot be shown the portal does not say whether it needs the token; the file itself does.
  const needsToken = requiresAuth || custom_download_url_auth === 'token'
  if (!needsToken) return openDownloadLink(ports, downloadUrl, { id, onRefused })
  const wanted = { operation: 'getFilePreview', step: 'download', url: downloadUrl, maxBytes } as const
  const bytes = await ports.fetchBytes(wanted, { owner: ports.currentOwner() })
  const { saveBlob } = await import('./save-blob.js')
  saveBlob(bytes, { filename, clock: ports.clock })
}

// All of it is in memory before it is saved.
const maxBytes = 500_000_000
