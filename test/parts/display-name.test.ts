import { expect, it } from 'vitest'
import { directionOf, displayName, splitName } from '../../src/parts/display-name.js'
import { fileKind } from '../../src/parts/file-kind.js'

it('composes what macOS takes apart', () => {
  expect(displayName('Za\u0308hler.jpg')).toBe('Z\u00e4hler.jpg')
})

it('shows what would turn the text round instead of obeying it', () => {
  expect(displayName('rechnung\u202efdp.exe')).toBe('rechnung\ufffdfdp.exe')
  expect(displayName('a\u2066b\u200fc\nd\u0000.pdf')).toBe('a\ufffdb\ufffdc\ufffdd\ufffd.pdf')
})

it('keeps what holds an emoji together', () => {
  expect(displayName('👨‍👩‍👧 Familie.pdf')).toBe('👨‍👩‍👧 Familie.pdf')
})

it.each([
  ['a.pdf', 'a.pdf', ''],
  ['Netzanschlussvertrag.pdf', 'Netzanschlussve', 'rtrag.pdf'],
  ['Stromverbrauch_2023–2025.csv', 'Stromverbrauch_2023', '–2025.csv'],
  ['ein sehr langer Name ohne Endung', 'ein sehr langer Name ohne E', 'ndung'],
  ['Angebot vom 12.03. an die Stadtwerke', 'Angebot vom 12.03. an die Stadt', 'werke'],
  ['Unser neues Zuhause 👨‍👩‍👧🏡.jpg', 'Unser neues Zuhau', 'se 👨‍👩‍👧🏡.jpg'],
])('splits %s before its last letters', (name, start, end) => {
  expect(splitName(name)).toEqual(end ? [start, end] : [name, ''])
  expect(splitName(name).join('')).toBe(name)
})

it('splits a name of 255 letters', () => {
  const [start, end] = splitName(`${'x'.repeat(251)}.pdf`)
  expect(start).toHaveLength(246)
  expect(end).toBe('xxxxx.pdf')
})

it.each([
  ['Lageplan.pdf', 'ltr'],
  ['2026_عقد.pdf', 'rtl'],
  ['חוזה.pdf', 'rtl'],
  ['12345', 'ltr'],
])('reads %s from its own side', (name, direction) => {
  expect(directionOf(name)).toBe(direction)
})

it.each([
  ['a.pdf', '', 'pdf'],
  ['a.XLSX', '', 'sheet'],
  ['IMG_4417.HEIC', '', 'image'],
  ['plan.dwg', 'application/octet-stream', 'cad'],
  ['a', 'image/png', 'image'],
  ['a', 'text/csv', 'sheet'],
  ['mail.eml', 'message/rfc822', 'mail'],
  ['constructor', '', 'file'],
  ['a.toString', '', 'file'],
])('takes %s (%s) for a %s', (name, type, kind) => {
  expect(fileKind(name, type)).toBe(kind)
})
