import { expect, it } from 'vitest'
import { checkFileName } from '../../src/core.js'

it.each([
  'a.pdf',
  '.gitignore',
  'Straße 1.pdf',
  'تقرير 2026.pdf',
  '日本.txt',
  'a'.repeat(255),
  `${'ä'.repeat(125)}.pdf`,
])('takes %s', (name) => {
  expect(checkFileName(name)).toBeNull()
})

it.each([
  ['', 'empty'],
  [' \t', 'empty'],
  ['..', 'empty'],
  ['a/b.pdf', 'separator'],
  ['..\\a.pdf', 'separator'],
  ['a\nb.pdf', 'control'],
  ['a\u0000.pdf', 'control'],
  ['a'.repeat(256), 'too-long'],
  // Two bytes each.
  [`${'ä'.repeat(126)}.pdf`, 'too-long'],
])('refuses %j: %s', (name, problem) => {
  expect(checkFileName(name)).toBe(problem)
})
