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
 * Tells of a PUT that stands still. It wakes at the first progress event, since behind a service worker there is none,
 * and after the last byte waits for the answer alone. It compares times: hidden tabs get their timers late.
 */
export function createWatchdog({ clock, totalBytes, stallMs, answerMs, onDead }: WatchdogOptions): Watchdog {
  let dueAt = 0
  let isAllSent = false
  let callOff: (() => void) | undefined

  function look(): void {
    const leftMs = dueAt - clock.now()
    if (leftMs > 0) callOff = clock.setTimeout(look, leftMs)
    else if (isAllSent)
      onDead(new FileError('timeout', 'S3 has all bytes, and gives no answer.', { step: 'send' }))
    else onDead(new FileError('stalled', 'No byte has left for a while.', { step: 'send' }))
  }
  return {
    progress(sentBytes) {
      isAllSent = sentBytes >= totalBytes
      dueAt = clock.now() + (isAllSent ? answerMs : stallMs)
      // One timer for all events: it looks again when the last of them is due.
      callOff ??= clock.setTimeout(look, stallMs)
    },
    stop: () => callOff?.(),
  }
}
