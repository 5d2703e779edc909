import { FileError } from '../api/errors.js'
import type { Clock } from '../api/clock.js'
import { downloadFile } from '../api/file-api.js'
import type { Http } from '../api/http.js'
import type { FileEntity } from '../api/types.js'
import type { OpenDownload } from './open-download.js'
import { openInIframe } from './open-download.js'
import type { OpenTab } from './open-tab.js'
import { openBlankTab } from './open-tab.js'

/** What to download. */
export interface DownloadRequest {
  /** The File entity's id. */
  readonly id: string
  /** 0 is the latest. @default 0 */
  readonly version?: number
  /** Where it lies, if it lies outside of epilot. @default in epilot */
  readonly external?: ExternalFile | undefined
  /** The link was opened, but answered with a page instead of a download. Comes after the promise has resolved. */
  readonly onRefused?: ((error: FileError) => void) | undefined
}

/** What tells a File entity of a file outside of epilot. */
export type ExternalFile = Pick<FileEntity, 'custom_download_url' | 'custom_download_url_auth'>

/** What a download needs of the client. */
export interface DownloadPorts {
  readonly http: Http
  readonly clock: Clock
  /** @default in a hidden iframe */
  readonly openDownload: OpenDownload | undefined
  /** @default with nothing of the app in its reach */
  readonly openTab: OpenTab | undefined
  readonly currentOwner: () => string | undefined
}

/**
 * Downloads one file by the browser's own means (`downloadFile`); resolves once the link is opened. Each call asks for
 * its own link: links live 15 minutes and are never kept. A file outside of epilot opens in a tab of its own, for which it
 * has to be called in the click itself.
 *
 * @example
 * await startDownload(client, { id: file._id, external: file })
 */
export async function startDownload(
  ports: DownloadPorts,
  { id, version = 0, external, onRefused }: DownloadRequest,
): Promise<void> {
  if (external?.custom_download_url) return openExternal(ports, id, external)
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

/** What answers may be a page as well as a download, and is not ours: neither the app nor a hidden frame is its place. */
async function openExternal(
  { http, currentOwner, openTab = openBlankTab }: DownloadPorts,
  id: string,
  { custom_download_url_auth }: ExternalFile,
): Promise<void> {
  const step = 'download'
  if (custom_download_url_auth === 'token') {
    throw new FileError('needs-token', `The server of file ${id} asks for the token of the person.`, { step })
  }
  // Before anything is waited for: later on browsers take it for a pop-up.
  const tab = openTab()
  if (!tab) throw new FileError('tab-blocked', `No tab could be opened for file ${id}.`, { step })
  try {
    tab.goTo(await downloadFile(http, id, {}, { owner: currentOwner() }))
  } catch (error) {
    tab.close()
    throw error
  }
}
