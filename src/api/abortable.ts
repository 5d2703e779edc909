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
    let undo: (() => void) | void = undefined
    const abort = () => {
      reject(signal.reason)
      undo?.()
    }
    const settle =
      <Value>(end: (value: Value) => void) =>
      (value: Value) => {
        signal.removeEventListener('abort', abort)
        end(value)
      }
    signal.addEventListener('abort', abort, { once: true })
    try {
      undo = start(settle(resolve), settle(reject))
      // What was started may itself have aborted: there was nothing to undo yet.
      if (signal.aborted) undo?.()
    } catch (error) {
      settle(reject)(error)
    }
  })
}
