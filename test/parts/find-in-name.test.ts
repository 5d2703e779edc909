import { expect, it } from 'vitest'
import { piecesOf } from '../../src/parts/find-in-name.js'

const marked = (name: string, query: string) =>
  piecesOf(name, query)
    .map(({ text, isFound }) => (isFound ? `[${text}]` : text))
    .join('')

it.each([
  ['Zählerfoto.jpg', 'zahler', '[Zähler]foto.jpg'],
  ['Zahler.jpg', 'ZÄHLER', '[Zahler].jpg'],
  ['a041_041.jpg', '041', 'a[041]_[041].jpg'],
  ['İstanbul.pdf', 'stan', 'İ[stan]bul.pdf'],
  ['Za\u0308hler.jpg', 'ahl', 'Z[a\u0308hl]er.jpg'],
  ['👨‍👩‍👧_haus.png', 'haus', '👨‍👩‍👧_[haus].png'],
  ['plan.pdf', 'x', 'plan.pdf'],
  ['plan.pdf', ' ', 'plan.pdf'],
])('marks in %s what %s finds', (name, query, expected) => {
  expect(marked(name, query)).toBe(expected)
})
