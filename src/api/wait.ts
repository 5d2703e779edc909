import type { Clock } from './clock.js'
import { abortable } from './abortable.js'

/** Resolves after `delayMs`; rejects with the signal's reason as soon as that aborts. */
export function wait(clock: Clock, delayMs: number, signal: AbortSignal): Promise<void> {
  return abortable(signal, (resolve) => clock.setTimeout(() => resolve(), delayMs))
}
