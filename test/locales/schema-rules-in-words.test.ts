import { expect, it } from 'vitest'
import type { FileAttribute } from '../../src/index.js'
import { de, en, fileAttributeRules, rulesInWords } from '../../src/index.js'

// The values are those that the official document gives as examples.
it.each<[says: string, attribute: Partial<FileAttribute>, english: string, german: string]>([
  ['nothing', {}, 'one file', 'eine Datei'],
  ['many files', { multiple: true }, '', ''],
  ['extensions', { allowed_extensions: ['csv'] }, 'CSV · one file', 'CSV · eine Datei'],
  [
    'extensions of many files',
    { multiple: true, allowed_extensions: ['pdf', 'jpg', 'png'] },
    'PDF, JPG or PNG',
    'PDF, JPG oder PNG',
  ],
  ['a size', { file_size_bytes: 5_000_000 }, 'up to 5\u00a0MB · one file', 'bis 5\u00a0MB · eine Datei'],
  [
    'a size of each of many',
    { multiple: true, file_size_bytes: 5_000_000 },
    'up to 5\u00a0MB each',
    'je bis 5\u00a0MB',
  ],
  ['pictures', { type: 'image', multiple: true }, 'images', 'Bilder'],
  [
    'pictures of one format',
    { type: 'image', allowed_extensions: ['png'], file_size_bytes: 5_000_000 },
    'PNG · up to 5\u00a0MB · one file',
    'PNG · bis 5\u00a0MB · eine Datei',
  ],
])('says what a schema with %s takes, before anything is chosen', (_, attribute, english, german) => {
  const schema = { slug: 'contact', attributes: [{ name: 'image', type: 'file' as const, ...attribute }] }

  const { rules } = fileAttributeRules(schema, 'image')

  expect([rulesInWords(rules, en), rulesInWords(rules, de)]).toEqual([english, german])
})
