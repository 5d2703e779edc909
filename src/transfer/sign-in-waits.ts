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
  readonly hasToken: () => Promise<unknown>
}

/**
 * Asks for a token now and then on behalf of all who wait for one: a session may come back without anybody telling, by
 * another tab, or since the server that gives tokens was away.
 */
export function createSignInWaits({ clock, connection, hasToken }: SignInPorts): SignInWaits {
  const waiting = new Set<() => void>()
  let isAsking = false

  return {
    wake,
    arm(wakeOne) {
      waiting.add(wakeOne)
      if (!isAsking) void askNowAndThen()
      return () => waiting.delete(wakeOne)
    },
  }

  async function askNowAndThen(): Promise<void> {
    isAsking = true
    const unsubscribe = connection.onWake(() => void ask())
    for (let delayMs = firstMs; ; delayMs = Math.min(delayMs * 2, longestMs)) {
      await new Promise<void>((resolve) => clock.setTimeout(resolve, delayMs))
      // Only now: who waits again soon was woken in vain, by a token that is refused.
      if (waiting.size === 0) break
      await ask()
    }
    unsubscribe()
    isAsking = false
  }

  async function ask(): Promise<void> {
    if (waiting.size > 0) await hasToken().then(wake, () => {})
  }

  function wake(): void {
    waiting.forEach((wakeOne) => wakeOne())
  }
}

const firstMs = 10_000
const longestMs = 300_000
