import { aFile } from '../../src/testing.js'

/** One of the files that are dropped; each has a number, and bytes of its own. */
export function fileOfTheDay(number: number): File {
  const [name = '', type = ''] = kinds[number % kinds.length] ?? []
  const [stem = '', extension = ''] = name.split('.')
  // Between 8 and 24 kB, another one for each.
  return aFile({
    name: `${stem}_${number}.${extension}`,
    type,
    sizeBytes: 8000 + ((number * 17) % 64) * 250,
  })
}

const kinds = [
  ['Dach_Suedseite.jpg', 'image/jpeg'],
  ['Vollmacht.pdf', 'application/pdf'],
  ['Zaehlerschrank.HEIC', 'image/heic'],
  ['Lageplan_Flurstueck.pdf', 'application/pdf'],
  ['Netzanschlussvertrag.pdf', 'application/pdf'],
  ['Lastgang_Werk-Nord.csv', 'text/csv'],
  ['Lageplan_Trafostation.dwg', 'image/vnd.dwg'],
  ['Zaehlerfoto.jpg', 'image/jpeg'],
] as const
