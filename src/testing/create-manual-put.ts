import type { PutBlob, PutRequest } from '../transfer/put-blob.js'
import { abortable } from '../api/abortable.js'
import type { FileServer } from './file-server.js'

/** A `PutBlob` that does nothing by itself: the test says how each PUT goes on. */
export interface ManualPut extends PutBlob {
  /** The oldest PUT that was not handed out yet; waits for one if need be. */
  next(): Promise<ManualSending>
}

/** One PUT in the hands of a test. Each of its methods does nothing once the PUT is over or was aborted. */
export interface ManualSending {
  readonly request: PutRequest
  /** Tells how many bytes have left so far. */
  progress(sentBytes: number): void
  /** The last byte has left; the server, if there is one, takes the bytes or refuses them. */
  finish(): void
  fail(error: unknown): void
}

/** Where the bytes of `createManualPut` arrive. */
export interface ManualPutOptions {
  /**
   * Where the bytes arrive. Name the file server whose links they are sent to: it saves only what has arrived.
   * @default nowhere: every PUT that finishes succeeds
   */
  readonly server?: Pick<FileServer, 'putBlob' | 'beginPut'>
}

/**
 * Creates a `PutBlob` that is driven by the test.
 *
 * @example
 * const put = createManualPut({ server })
 * const client = createFileClient({ fetch: server.fetch, putBlob: put })
 * const sending = await put.next()
 * sending.progress(500)
 * sending.finish()
 */
export function createManualPut({ server }: ManualPutOptions = {}): ManualPut {
  const sendings: ManualSending[] = []
  const takers: ((sending: ManualSending) => void)[] = []

  const put: PutBlob = (request) =>
    abortable<void>(request.signal, (resolve, reject) => {
      const { url, body, onProgress } = request
      server?.beginPut(url)
      let isOver = false
      const sending: ManualSending = {
        request,
        progress: (sentBytes) => void (isOver || onProgress(sentBytes)),
        finish() {
          if (!end()) return
          onProgress(body.size)
          if (server) server.putBlob({ ...request, onProgress: () => {} }).then(resolve, reject)
          else resolve()
        },
        fail: (error) => void (end() && reject(error)),
      }
      const take = takers.shift()
      if (take) take(sending)
      else sendings.push(sending)
      return () => void (end() && drop(sending))

      /** Whether it was still open. */
      function end(): boolean {
        return !isOver && (isOver = true)
      }
    })

  /** Aborted before it was handed out. */
  function drop(sending: ManualSending): void {
    const index = sendings.indexOf(sending)
    if (index >= 0) sendings.splice(index, 1)
  }

  return Object.assign(put, {
    next: () =>
      new Promise<ManualSending>((resolve) => {
        const sending = sendings.shift()
        if (sending) resolve(sending)
        else takers.push(resolve)
      }),
  })
}
