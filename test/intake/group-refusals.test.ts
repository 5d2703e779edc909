import { describe, expect, it } from 'vitest'
import type { Refusal } from '../../src/intake/intake-report.js'
import { de, describeRefusals, en, groupRefusals } from '../../src/index.js'
import { aFile } from '../../src/testing.js'

const refusal = (name: string, more: Partial<Refusal>): Refusal => ({
  file: aFile({ name }),
  path: name,
  reason: 'empty',
  mayAdd: false,
  ...more,
})
const sized = (name: string, sizeBytes: number, more: Partial<Refusal>) =>
  refusal(name, { ...more, file: Object.defineProperty(aFile({ name }), 'size', { value: sizeBytes }) })

it('puts equal reasons with equal limits together', () => {
  const groups = groupRefusals([
    refusal('a', { reason: 'too-large', limit: 1 }),
    refusal('b', { reason: 'duplicate', mayAdd: true }),
    refusal('c', { reason: 'too-large', limit: 1 }),
    refusal('d', { reason: 'too-large', limit: 2 }),
    refusal('e', { reason: 'invalid', message: 'Too old' }),
    refusal('f', { reason: 'invalid', message: 'Too blurred' }),
  ])
  expect(groups.map(({ refusals }) => refusals.map(({ path }) => path).join(''))).toEqual([
    'ac',
    'b',
    'd',
    'e',
    'f',
  ])
  expect(new Set(groups.map(({ key }) => key)).size).toBe(5)
})

describe('in words', () => {
  const say = (...refusals: Refusal[]) =>
    [en, de].map((messages) =>
      groupRefusals(refusals)
        .map((group) =>
          describeRefusals(group, messages)
            .replaceAll(/[\u2068\u2069]/g, '')
            .replaceAll('\u00a0', ' '),
        )
        .join(' | '),
    )
  const large = { reason: 'too-large', limit: 20_000_000 } as const
  const small = { reason: 'too-small', limit: 10_000 } as const

  it.each<[refusals: Refusal[], english: string, german: string]>([
    [
      [sized('a', 212e6, large), sized('b', 88e6, large)],
      '2 files are larger than 20 MB',
      '2 Dateien sind größer als 20 MB',
    ],
    [
      [sized('Begehung_Heizraum.mp4', 212e6, large)],
      'Begehung_Heizraum.mp4 is 212 MB. The limit is 20 MB',
      'Begehung_Heizraum.mp4 hat 212 MB. Erlaubt sind 20 MB',
    ],
    // Rounded, the two would be the same.
    [[sized('a.mp4', 20_000_001, large)], 'a.mp4 is larger than 20 MB', 'a.mp4 ist größer als 20 MB'],
    [
      [sized('a.jpg', 2000, small)],
      'a.jpg is 2 kB. At least 10 kB are needed',
      'a.jpg hat 2 kB. Nötig sind mindestens 10 kB',
    ],
    [
      [sized('a', 1, small), sized('b', 1, small)],
      '2 files are smaller than 10 kB',
      '2 Dateien sind kleiner als 10 kB',
    ],
    [[refusal('notes.txt', {})], 'notes.txt is empty', 'notes.txt ist leer'],
    [[refusal('a', {}), refusal('b', {}), refusal('c', {})], '3 files are empty', '3 Dateien sind leer'],
    [
      [refusal('a.exe', { reason: 'type', accept: ['.pdf', '.jpg', 'image/jpeg'] })],
      'a.exe is of another type. Only PDF or JPG can be added here',
      'a.exe hat einen anderen Typ. Möglich sind hier nur PDF oder JPG',
    ],
    [
      ['a', 'b'].map((name) => refusal(name, { reason: 'type', accept: ['.pdf'] })),
      '2 files are of another type. Only PDF can be added here',
      '2 Dateien haben einen anderen Typ. Möglich sind hier nur PDF',
    ],
    [
      [refusal('a', { reason: 'too-many', limit: 3 })],
      'Only 3 files can be added here. 1 is too many',
      'Hier sind nur 3 Dateien möglich. 1 ist zu viel',
    ],
    [
      ['a', 'b'].map((name) => refusal(name, { reason: 'too-many', limit: 1 })),
      'Only 1 file can be added here. 2 are too many',
      'Hier ist nur 1 Datei möglich. 2 sind zu viel',
    ],
    [
      [sized('a.zip', 5e6, { reason: 'total-too-large', limit: 100e6 })],
      'a.zip does not fit. All files together may be up to 100 MB',
      'a.zip passt nicht mehr. Alle zusammen dürfen 100 MB haben',
    ],
    [
      [refusal('a.pdf', { reason: 'duplicate', mayAdd: true })],
      '1 file is already here',
      '1 Datei ist schon hier',
    ],
    [
      [refusal('angebot.pdf', { reason: 'content', claimed: 'pdf', found: 'exe' })],
      'angebot.pdf is a program (EXE), not PDF',
      'angebot.pdf ist ein Programm (EXE), nicht PDF',
    ],
    [
      [refusal('a.jpeg', { reason: 'content', claimed: 'jpeg', found: 'png' })],
      'a.jpeg is PNG, not JPG',
      'a.jpeg ist PNG, nicht JPG',
    ],
    [
      ['a', 'b'].map((name) => refusal(name, { reason: 'content', claimed: 'pdf', found: 'exe' })),
      '2 files are not what their names say',
      '2 Dateien sind nicht, was ihr Name sagt',
    ],
    [
      [refusal('a.pdf', { reason: 'unreadable' })],
      'a.pdf can’t be read. Choose it again',
      'a.pdf ist nicht lesbar. Wählen Sie die Datei erneut',
    ],
    [
      ['a', 'b'].map((name) => refusal(name, { reason: 'unreadable' })),
      '2 files can’t be read. Choose them again',
      '2 Dateien sind nicht lesbar. Wählen Sie sie erneut',
    ],
    [
      [refusal('a.jpg', { reason: 'invalid', message: 'Too blurred' })],
      'a.jpg: Too blurred',
      'a.jpg: Too blurred',
    ],
    [
      ['a', 'b'].map((name) => refusal(name, { reason: 'invalid' })),
      '2 files could not be checked. Try again',
      '2 Dateien ließen sich nicht prüfen. Versuchen Sie es erneut',
    ],
  ])('%#', (refusals, english, german) => {
    expect(say(...refusals)).toEqual([english, german])
  })

  it('shows controls in a name instead of obeying them', () => {
    const [words] = say(refusal('invoice\u202efdp.exe\u0007', {}))
    expect(words).toBe('invoice\ufffdfdp.exe\ufffd is empty')
  })
})
