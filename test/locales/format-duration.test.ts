import { expect, it } from 'vitest'
import { de } from '../../src/locales/de.js'
import { en } from '../../src/locales/en.js'
import { formatDuration } from '../../src/locales/format-duration.js'
import { percentAndTimeLeft, speedInWords, timeLeftInWords } from '../../src/locales/rate-in-words.js'

const plain = (words: string | null) => words?.replaceAll('\u00a0', ' ')

it.each([
  [0.2, '1 s'],
  [7.4, '7 s'],
  [19.4, '19 s'],
  [19.6, '20 s'],
  [43, '45 s'],
  [57.4, '55 s'],
  [57.6, '1 min'],
  [64, '1 min'],
  [83, '1 min 20 s'],
  [114, '1 min 50 s'],
  [116, '2 min'],
  [119, '2 min'],
  [149, '2 min'],
  [3569, '59 min'],
  [3571, '1 h'],
  [3900, '1 h 5 min'],
  [35_900, '10 h'],
  [100_000, '28 h'],
])('says %d seconds as %s', (seconds, words) => {
  expect(plain(formatDuration(seconds, 'en'))).toBe(words)
})

it('never goes up while the time goes down', () => {
  const inSeconds = (words: string) =>
    [...words.matchAll(/(\d+)\s(\w+)/g)].reduce(
      (sum, [, value, unit]) => sum + Number(value) * { s: 1, min: 60, h: 3600 }[unit as 's' | 'min' | 'h'],
      0,
    )
  let last = 0
  for (let seconds = 0; seconds < 50_000; seconds += 0.5) {
    const shown = inSeconds(formatDuration(seconds, 'en'))
    expect(shown).toBeGreaterThanOrEqual(last)
    expect(Math.abs(shown - seconds)).toBeLessThanOrEqual(Math.max(1, seconds * 0.2))
    last = shown
  }
})

it('keeps numbers and units together', () => {
  expect(formatDuration(83, 'en')).toBe('1\u00a0min 20\u00a0s')
})

it('speaks in whole words', () => {
  expect(plain(formatDuration(83, 'en', 'words'))).toBe('1 minute 20 seconds')
  expect(plain(formatDuration(83, 'de', 'words'))).toBe('1 Minute 20 Sekunden')
})

it('says how long the rest will take, in words for people', () => {
  const left = (secondsLeft: number) => ({ bytesPerSecond: 1, secondsLeft })
  expect(plain(timeLeftInWords(left(80), en))).toBe('1 min 20 s left')
  expect(plain(timeLeftInWords(left(80), de))).toBe('noch 1 min 20 s')
  expect(plain(timeLeftInWords(left(120), en, 'spoken'))).toBe('2 minutes left')
  expect(timeLeftInWords(left(3), en)).toBe('a few seconds left')
  expect(timeLeftInWords(left(3), de)).toBe('noch wenige Sekunden')
  expect(timeLeftInWords(left(1e9), en)).toBeNull()
  expect(timeLeftInWords(null, en)).toBeNull()
  expect(percentAndTimeLeft(42.7, '12 seconds left', en)).toBe('42 percent, 12 seconds left')
})

it('says a speed by two figures', () => {
  const speed = (bytesPerSecond: number) => ({ bytesPerSecond, secondsLeft: 1 })
  expect(plain(speedInWords(speed(3_141_592), en))).toBe('3.1 MB/s')
  expect(plain(speedInWords(speed(31_415_926), de))).toBe('31 MB/s')
  expect(plain(speedInWords(speed(3_141_592), de))).toBe('3,1 MB/s')
  expect(plain(speedInWords(speed(0.1), en))).toBe('1 byte/s')
  expect(speedInWords(null, en)).toBeNull()
})
