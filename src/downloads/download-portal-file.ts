import { FileError, toFileError } from '../api/errors.js'
import { getFilePreview, trackFileDownloaded } from '../api/portal-api.js'
import type { DownloadPorts, DownloadRequest } from './download-file.js'
import { openDownloadLink } from './download-file.js'

/** How a download from a portal went. */
export interface PortalDownload {
  /** Why epilot could not be told of it; the download itself is on its way. The file still counts as new. */
  readonly trackError: FileError | null
}

/**
 * Downloads one file as a portal user (`getFilePreview`), and tells epilot so that it is no longer new
 * (`trackFileDownloaded`). Each call asks for its own link.
 *
 * @example
 * await startPortalDownload(client, { id: file._id })
 */
export async function startPortalDownload(
  ports: DownloadPorts,
  { id, onRefused }: Omit<DownloadRequest, 'version'>,
): Promise<PortalDownload> {
  const { http, currentOwner } = ports
  const call = { owner: currentOwner() }
  const { downloadUrl } = await getFilePreview(http, id, call)
  if (downloadUrl === undefined) {
    throw new FileError('not-a-download', `The portal has no link to file ${id}.`, { step: 'download' })
  }
  openDownloadLink(ports, downloadUrl, { id, onRefused })
  try {
    await trackFileDownloaded(http, id, call)
    return { trackError: null }
  } catch (cause) {
    return { trackError: toFileError(cause, 'update') }
  }
}
