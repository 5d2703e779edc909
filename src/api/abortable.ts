/**
 * A promise that rejects with the signal's reason as soon as that aborts. `start` begins the work and may return what
 * undoes it.
 */
export function abortable<T>(
  signal: AbortSignal,
  start: (resolve: (value: T) => void, reject: (error: unknown) => void) => (() => void) | void,
): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    signal.throwIfAborted()
    const abort = () => {
      undo?.()
      reject(signal.reason)
    }
    const listenNoMore = () => signal.removeEventListener('abort', abort)
    signal.addEventListener('abort', abort, { once: true })
    const undo = start(
      (value) => {
        listenNoMore()
        resolve(value)
      },
      (error) => {
        listenNoMore()
        reject(error)
      },
    )
  })
}
