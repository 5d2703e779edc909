import type { TransferRate } from '../uploads/rate-store.js'
import { formatBytes } from './format-bytes.js'
import { formatDuration } from './format-duration.js'
import type { Messages } from './messages.js'

/** "3.1 MB/s", or nothing while nobody can say. */
export function speedInWords(rate: TransferRate | null, { locale, perSecond }: Messages): string | null {
  // Two figures are all that is true of a speed.
  return rate && perSecond(formatBytes(Number(Math.max(1, rate.bytesPerSecond).toPrecision(2)), locale))
}

/** "1 min 20 s left", `spoken` "1 minute 20 seconds left"; nothing while nobody can say, or not yet in days. */
export function timeLeftInWords(
  rate: TransferRate | null,
  { locale, timeLeft, fewSecondsLeft }: Messages,
  style: 'short' | 'spoken' = 'short',
): string | null {
  if (!rate || rate.secondsLeft > mostSeconds) return null
  if (rate.secondsLeft < fewSeconds) return fewSecondsLeft
  return timeLeft(formatDuration(rate.secondsLeft, locale, style === 'spoken' ? 'words' : 'short'))
}

/** Spoken: "42 percent, 12 seconds left". */
export function percentAndTimeLeft(
  percent: number,
  timeLeft: string | null,
  { percentInWords }: Messages,
): string {
  const words = percentInWords(Math.floor(percent))
  return timeLeft === null ? words : `${words}, ${timeLeft}`
}

const fewSeconds = 5.5
const mostSeconds = 100 * 3600
