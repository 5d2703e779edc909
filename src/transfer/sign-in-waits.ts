import type { Clock } from '../api/clock.js'
import type { Connection } from '../api/connection.js'
import type { Arm } from './upload-job.js'

/** Those who wait for a token. */
export interface SignInWaits {
  readonly arm: Arm
  /** Lets all of them try. */
  wake(): void
}

export interface SignInPorts {
  readonly clock: Clock
  readonly connection: Connection
  /** Rejects where there still is no token. */
  readonly hasToken: () => Promise<void>
}

/**
 * Asks for a token now and then on behalf of all who wait for one: a session may come back without anybody telling, by
 * another tab, or since the server that gives tokens was away.
 */
export function createSignInWaits({ clock, connection, hasToken }: SignInPorts): SignInWaits {
  const waiting = new Set<() => void>()
  let delayMs = firstMs
  let wokenAt = -Infinity
  let isAsking = false
  let callOff = () => {}
  let unsubscribe = () => {}

  return {
    wake,
    arm(wakeOne) {
      waiting.add(wakeOne)
      if (waiting.size === 1) begin()
      return () => {
        waiting.delete(wakeOne)
        if (waiting.size > 0) return
        callOff()
        unsubscribe()
      }
    },
  }

  function begin(): void {
    // Who comes back at once was woken in vain: tokens that are refused are no reason to ask more often.
    if (clock.now() - wokenAt > firstMs) delayMs = firstMs
    unsubscribe = connection.onWake(() => void ask())
    schedule()
  }

  function schedule(): void {
    callOff()
    callOff = clock.setTimeout(() => {
      delayMs = Math.min(delayMs * 2, longestMs)
      void ask()
    }, delayMs)
  }

  async function ask(): Promise<void> {
    if (isAsking) return
    isAsking = true
    try {
      await hasToken()
      wake()
    } catch {
      // Later, then.
    }
    isAsking = false
    if (waiting.size > 0) schedule()
  }

  function wake(): void {
    wokenAt = clock.now()
    waiting.forEach((wakeOne) => wakeOne())
  }
}

const firstMs = 10_000
const longestMs = 300_000
