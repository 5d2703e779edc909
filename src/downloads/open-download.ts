import type { Clock } from '../api/clock.js'

/** Makes the browser download what a link answers with. */
export type OpenDownload = (url: string, options: OpenDownloadOptions) => void

/** What `OpenDownload` needs besides the link. */
export interface OpenDownloadOptions {
  readonly clock: Clock
  /** The link answered with a page instead of a download, for example with S3's error. */
  readonly onPage: () => void
}

/**
 * Opens the link in a hidden iframe. An anchor would raise the leave dialog while uploads run, and an answer that is no
 * attachment would replace the app's page. Needs `frame-src` for the storage host where a CSP rules.
 */
export const openInIframe: OpenDownload = (url, { clock, onPage }) => {
  const iframe = document.createElement('iframe')
  iframe.hidden = true
  iframe.tabIndex = -1
  iframe.ariaHidden = 'true'
  iframe.title = 'Download'
  // A document that did come may run nothing and reach nothing of the app.
  iframe.setAttribute('sandbox', 'allow-downloads')
  iframe.src = url
  // A download never fires `load`; only a page does.
  iframe.onload = () => {
    remove()
    onPage()
  }
  const remove = () => {
    callOff()
    iframe.remove()
  }
  const callOff = clock.setTimeout(() => iframe.remove(), maxMs)
  document.body.append(iframe)
}

// Long enough for any server to begin; once it has begun, the browser's download no longer needs the frame.
const maxMs = 120_000
