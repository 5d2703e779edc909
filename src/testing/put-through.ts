import { FileError } from '../api/errors.js'
import type { PutBlob } from '../transfer/put-blob.js'
import { putRefusal } from '../transfer/put-blob.js'
import { sendings } from './receive.js'

/** `PutBlob` by a file server's `fetch`: everything arrives at once, and is refused as the real sender would tell it. */
export function putThrough(fetch: typeof globalThis.fetch): PutBlob {
  return async function putBlob({ url, body, contentType, signal, onProgress }) {
    signal.throwIfAborted()
    const request = new Request(url, { method: 'PUT', headers: { 'Content-Type': contentType }, signal })
    onProgress(0)
    sendings.set(request, { body, onProgress })
    let response: Response
    try {
      response = await fetch(request)
    } catch (cause) {
      signal.throwIfAborted()
      throw new FileError('network', `No answer from ${new URL(url).host} while sending.`, {
        step: 'send',
        cause,
      })
    }
    const { ok, status, headers } = response
    if (!ok) throw putRefusal(status, await response.text(), headers.get('Retry-After'))
    onProgress(body.size)
  }
}
