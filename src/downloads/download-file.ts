import { FileError } from '../api/errors.js'
import type { Clock } from '../api/clock.js'
import { downloadFile } from '../api/file-api.js'
import type { Http } from '../api/http.js'
import type { OpenDownload } from './open-download.js'
import { openInIframe } from './open-download.js'

/** What to download. */
export interface DownloadRequest {
  /** The File entity's id. */
  readonly id: string
  /** 0 is the latest. @default 0 */
  readonly version?: number
  /** The link was opened, but answered with a page instead of a download. Comes after the promise has resolved. */
  readonly onRefused?: ((error: FileError) => void) | undefined
}

/** What a download needs of the client. */
export interface DownloadPorts {
  readonly http: Http
  readonly clock: Clock
  /** @default in a hidden iframe */
  readonly openDownload: OpenDownload | undefined
  readonly currentOwner: () => string | undefined
}

/**
 * Downloads one file by the browser's own means (`downloadFile`); resolves once the link is opened. Each call asks for
 * its own link: links live 15 minutes and are never kept.
 *
 * @example
 * await startDownload(client, { id: file._id })
 */
export async function startDownload(
  ports: DownloadPorts,
  { id, version = 0, onRefused }: DownloadRequest,
): Promise<void> {
  const { http, currentOwner } = ports
  const url = await downloadFile(http, id, { version }, { owner: currentOwner() })
  openDownloadLink(ports, url, { id, onRefused })
}

/** Lets the browser download what a link answers with. */
export function openDownloadLink(
  { clock, openDownload = openInIframe }: Pick<DownloadPorts, 'clock' | 'openDownload'>,
  url: string,
  { id, onRefused }: Pick<DownloadRequest, 'id' | 'onRefused'>,
): void {
  openDownload(url, {
    clock,
    onPage: () =>
      onRefused?.(
        new FileError(
          'not-a-download',
          `The link of file ${id} answered with a page instead of a download.`,
          {
            step: 'download',
          },
        ),
      ),
  })
}
