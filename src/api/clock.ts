/** Time as a port: everything that waits asks this, so that tests can drive it. */
export interface Clock {
  /** Milliseconds that only ever grow; not the time of day. */
  now(): number
  /** Calls `callback` once after `delayMs`; the returned function calls it off. */
  setTimeout(callback: () => void, delayMs: number): () => void
}

/** The browser's clock. Monotonic, so that a changed system time neither kills nor revives a link. */
export const systemClock: Clock = {
  now: () => performance.now(),
  setTimeout(callback, delayMs) {
    const timer = setTimeout(callback, Math.min(delayMs, longestMs))
    return () => clearTimeout(timer)
  },
}

// Browsers count timers in 32 bits: one that is longer than 24 days fires at once.
const longestMs = 2 ** 31 - 1
