import { expect, it } from 'vitest'
import { acceptOf } from '../../src/core.js'

it.each([
  [
    ['PDF', 'Image'],
    ['.pdf', 'image/*'],
  ],
  ['PDF, Video,CSV', ['.pdf', 'video/*', '.csv']],
  [
    ['.dwg', 'image/png', 'Excel'],
    ['.dwg', 'image/png', '.xls', '.xlsx'],
  ],
  [['Image', 'image/*'], ['image/*']],
  ['', []],
])('reads %j as types that rules know', (supportedTypes, accept) => {
  expect(acceptOf(supportedTypes)).toEqual(accept)
})
