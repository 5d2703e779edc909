import { expect, it } from 'vitest'
import { versionTypes } from '../../src/intake/version-types.js'

it.each([
  ['plan.pdf', undefined, ['.pdf']],
  ['Meter.JPEG', 'image/jpeg', ['.jpeg', '.jpg', '.jfif']],
  ['plan.dwg', undefined, ['.dwg']],
  ['offer.v2.docx', undefined, ['.docx']],
  ['readme', 'text/plain', ['.txt']],
  ['of no known.kind', undefined, ['.kind']],
  ['tells nothing', 'application/octet-stream', []],
])('%s (%s) can be followed by %j', (filename, mime_type, types) => {
  expect(versionTypes({ filename, ...(mime_type && { mime_type }) })).toEqual(types)
})
