import type { Clock } from '../api/clock.js'
import { busy } from './busy.js'

/** A clock that stands still until the test moves it. */
export interface ManualClock extends Clock {
  /**
   * Moves the time on, fires what falls due in its order, and lets promises settle after each. A timer that is set on
   * the way fires too if it falls due in time.
   */
  advance(byMs: number): Promise<void>
  /** Moves the time on and fires nothing, as in a hidden page whose timers come late. */
  skip(byMs: number): void
  /** How many timers are waiting. */
  readonly pending: number
}

/**
 * Creates a clock for tests of what waits: retries, time limits, links that run out.
 *
 * @example
 * const clock = createManualClock()
 * const client = createFileClient({ clock, fetch: server.fetch })
 * await clock.advance(30_000)
 */
export function createManualClock(): ManualClock {
  const timers = new Set<Timer>()
  let nowMs = 0

  return {
    now: () => nowMs,
    setTimeout(callback, delayMs) {
      const timer = { dueMs: nowMs + Math.max(0, delayMs), callback }
      timers.add(timer)
      return () => timers.delete(timer)
    },
    async advance(byMs) {
      const endMs = nowMs + byMs
      await settle()
      for (let timer = earliest(timers, endMs); timer; timer = earliest(timers, endMs)) {
        nowMs = timer.dueMs
        timers.delete(timer)
        timer.callback()
        await settle()
      }
      nowMs = endMs
    },
    skip: (byMs) => void (nowMs += byMs),
    get pending() {
      return timers.size
    },
  }
}

interface Timer {
  readonly dueMs: number
  readonly callback: () => void
}

function earliest(timers: ReadonlySet<Timer>, endMs: number): Timer | undefined {
  let found: Timer | undefined
  for (const timer of timers) {
    if (timer.dueMs <= endMs && (!found || timer.dueMs < found.dueMs)) found = timer
  }
  return found
}

/** Lets everything run that needs no time. */
async function settle(): Promise<void> {
  // Calls that cannot finish, since a storage of somebody else's never answers, must not stop the clock.
  for (let quiet = 0, turn = 0; quiet < quietTurns && turn < maxTurns; turn++) {
    quiet = busy.size === 0 ? quiet + 1 : 0
    await nextTurn()
  }
}

// What follows an answer (reading it, the next call) needs a few turns too.
const quietTurns = 5
const maxTurns = 1000

// By a message, since browsers stretch nested timers of 0 ms to 4 ms.
function nextTurn(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = () => {
      port1.close()
      resolve()
    }
    port2.postMessage(null)
  })
}
