/** Runs a task while nobody else runs one of the same name, in any tab. */
export type HoldLock = <T>(name: string, task: () => Promise<T>, signal: AbortSignal) => Promise<T>

/** By a Web Lock, which the browser gives back even after a crash; where it has none, each tab is for itself. */
export const webLock: HoldLock = async (name, task, signal) => {
  const locks = globalThis.navigator?.locks
  if (!locks) return task()
  let hasBegun = false
  try {
    return await locks.request(name, { signal }, () => {
      hasBegun = true
      return task()
    })
  } catch (cause) {
    signal.throwIfAborted()
    if (hasBegun) throw cause
    // A frame without an origin of its own has locks, and may not use them.
    return task()
  }
}
