import type { Clock } from '../api/clock.js'
import { systemClock } from '../api/clock.js'
import type { PutBlob } from '../transfer/put-blob.js'
import type { FileServer } from './file-server.js'
import { wait } from '../api/wait.js'

/** How slow, and where to. */
export interface SlowPutOptions {
  /** Of each PUT, however many run at a time. */
  readonly bytesPerSecond: number
  /** How many bytes leave between two looks at the progress. @default what leaves in 100 ms */
  readonly chunkBytes?: number
  /** Where the bytes arrive in the end. @default nowhere: every PUT succeeds */
  readonly server?: Pick<FileServer, 'putBlob' | 'beginPut'>
  /** @default the system's */
  readonly clock?: Clock
}

/**
 * Creates a `PutBlob` that takes its time and tells its progress, without a network: for stories and demos.
 *
 * @example
 * createFileClient({ fetch: server.fetch, putBlob: createSlowPut({ bytesPerSecond: 500_000, server }) })
 */
export function createSlowPut({
  bytesPerSecond,
  chunkBytes,
  server,
  clock = systemClock,
}: SlowPutOptions): PutBlob {
  return async function slowPut(request) {
    const { url, body, signal, onProgress } = request
    signal.throwIfAborted()
    const fate = server?.beginPut(url) ?? {}
    const { endsAtByte = Infinity, bytesPerSecond: speed = bytesPerSecond } = fate
    const chunk = Math.max(1, chunkBytes ?? speed / 10)
    const end = Math.min(body.size, endsAtByte)
    const startedAt = clock.now()
    onProgress(0)
    for (let sent = 0; sent < end;) {
      const next = Math.min(sent + chunk, end)
      // By when the chunk should have left, so that late timers do not add up.
      const dueAt = startedAt + (next / speed) * 1000
      await wait(clock, Math.max(0, dueAt - clock.now()), signal)
      sent = next
      onProgress(Math.round(sent))
    }
    await server?.putBlob({ ...request, onProgress: () => {} })
  }
}
