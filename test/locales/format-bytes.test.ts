import { expect, it } from 'vitest'
import { formatBytes, formatSent } from '../../src/locales/format-bytes.js'

it.each([
  [0, '0 bytes'],
  [1, '1 byte'],
  [999, '999 bytes'],
  [1000, '1 kB'],
  [640_000, '640 kB'],
  [912_400, '912 kB'],
  [999_499, '999 kB'],
  [999_999, '1 MB'],
  [1_300_000, '1.3 MB'],
  [11_600_000, '11.6 MB'],
  [17_000_000, '17 MB'],
  [99_970_000, '100 MB'],
  [212_400_000, '212 MB'],
  [4_200_000_000, '4.2 GB'],
  [5_000_000_000_000, '5 TB'],
  [5_000_000_000_000_000, '5,000 TB'],
])('writes %i bytes as %s', (bytes, expected) => {
  expect(formatBytes(bytes, 'en')).toBe(expected.replace(' ', '\u00a0'))
})

it('writes German numbers in German', () => {
  expect(formatBytes(11_600_000, 'de')).toBe('11,6\u00a0MB')
})

it.each([
  [1_800_000_000, 4_200_000_000, '1.8', '4.2\u00a0GB'],
  [34_000_000, 120_000_000, '34', '120\u00a0MB'],
  [1000, 4_200_000_000, '0', '4.2\u00a0GB'],
])('writes %i of %i bytes in one unit', (sentBytes, totalBytes, sent, total) => {
  expect(formatSent(sentBytes, totalBytes, 'en')).toEqual([sent, total])
})
