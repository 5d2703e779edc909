import type { Clock } from '../api/clock.js'

/**
 * The time of day at which the client's clock will show `until`: `14:05`, the next full minute, so that nobody is promised
 * too much.
 */
export function timeOfDay(until: number, clock: Clock, locale: string): string {
  const time = Math.ceil((Date.now() + until - clock.now()) / minuteMs) * minuteMs
  return new Date(time).toLocaleTimeString(locale, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
}

const minuteMs = 60_000
