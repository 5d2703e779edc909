import type { Clock } from '../api/clock.js'
import { FileError } from '../api/errors.js'

/** How long a PUT may say nothing. */
export interface WatchdogOptions {
  readonly clock: Clock
  readonly totalBytes: number
  /** From one progress event to the next. */
  readonly stallMs: number
  /** From the last byte to the answer. */
  readonly answerMs: number
  readonly onDead: (error: FileError) => void
}

/** Watches one PUT. */
export interface Watchdog {
  progress(sentBytes: number): void
  stop(): void
}

/**
 * Tells of a PUT that stands still. It wakes once the sender has told anything, since behind a service worker there is
 * nothing to tell, and after the last byte waits for the answer alone. It compares times: hidden tabs get their timers late.
 */
export function createWatchdog({ clock, totalBytes, stallMs, answerMs, onDead }: WatchdogOptions): Watchdog {
  let dueAt = 0
  let looksAt = Infinity
  let isAllSent = false
  let callOff: (() => void) | undefined

  function lookWhenDue(): void {
    callOff?.()
    looksAt = dueAt
    callOff = clock.setTimeout(look, dueAt - clock.now())
  }
  function look(): void {
    if (clock.now() < dueAt) lookWhenDue()
    else if (isAllSent)
      onDead(new FileError('timeout', 'S3 has all bytes, and gives no answer.', { step: 'send' }))
    else onDead(new FileError('stalled', 'No byte has left for a while.', { step: 'send' }))
  }
  function progress(sentBytes: number): void {
    isAllSent = sentBytes >= totalBytes
    // Before the first byte there are a connection and an answer, that of the preflight, to wait for.
    const patienceMs = isAllSent ? answerMs : sentBytes > 0 ? stallMs : stallMs + answerMs
    dueAt = clock.now() + patienceMs
    // One timer for all events: it looks again when the last of them is due.
    if (dueAt < looksAt) lookWhenDue()
  }

  // Of no bytes nobody tells that they have left.
  if (totalBytes === 0) progress(0)
  return { progress, stop: () => callOff?.() }
}
