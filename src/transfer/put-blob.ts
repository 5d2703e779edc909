import { FileError } from '../api/errors.js'
import { codeOf, parseRetryAfter } from '../api/http-status.js'
import { abortable } from '../api/abortable.js'

/** Sends bytes to a presigned URL; resolves once S3 has answered 2xx. */
export type PutBlob = (request: PutRequest) => Promise<void>

/** One PUT. */
export interface PutRequest {
  readonly url: string
  readonly body: Blob
  /** Exactly the `mime_type` the link was asked for with: it may be part of the signature. */
  readonly contentType: string
  readonly signal: AbortSignal
  /**
   * Told how many bytes have left: 0 as soon as it sets out, and from the first call on silence counts as standing still.
   * May never be called, by who cannot tell.
   */
  readonly onProgress: (sentBytes: number) => void
}

/**
 * `PutBlob` by XMLHttpRequest, because fetch cannot tell how many bytes have left. Nothing but `Content-Type` is sent:
 * S3 refuses a second kind of authorisation, and an unsigned header breaks the signature.
 *
 * @example
 * createFileClient({ getToken, putBlob: (request) => (isSlow ? later(request) : putBlob(request)) })
 */
export const putBlob: PutBlob = ({ url, body, contentType, signal, onProgress }) =>
  abortable(signal, (resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open('PUT', url)
    request.setRequestHeader('Content-Type', contentType)
    request.upload.onprogress = (event) => onProgress(event.loaded)
    // Only `load` of the request itself counts: behind a service worker the upload's own events never come.
    request.onload = () => {
      const { status, responseText } = request
      const isSuccess = status >= 200 && status < 300
      // S3 itself says nothing when it has taken a file: a page is that of a proxy, and S3 was never asked.
      if (isSuccess && /^\s*</.test(responseText)) reject(noAnswer())
      else if (isSuccess) resolve()
      else reject(putRefusal(status, responseText, request.getResponseHeader('Retry-After')))
    }
    request.onerror = () => reject(noAnswer())
    request.send(body)
    // A service worker swallows what there is to tell.
    if (!globalThis.navigator?.serviceWorker?.controller) onProgress(0)
    return () => request.abort()
  })

function noAnswer(): FileError {
  return new FileError('network', 'No answer from S3 to the upload.', { step: 'send' })
}

/** What S3's answer to a PUT means when it is no success. */
export function putRefusal(status: number, body: string, retryAfter: string | null): FileError {
  const reason = /<Code>(\w+)<\/Code>/.exec(body)?.[1] ?? 'no reason given'
  // S3 says 403 for an expired link and for a wrong signature alike: a fresh link tells which it was.
  const code = status === 403 ? 'link-expired' : codeOf(status)
  const retryAfterMs = parseRetryAfter(retryAfter)
  return new FileError(code, `S3 answered the upload with ${status}: ${reason}.`, {
    step: 'send',
    status,
    retryAfterMs,
  })
}
