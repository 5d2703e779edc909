import { expect, it } from 'vitest'
import { toFileRelation } from '../../src/core.js'

it('makes the value of a file attribute, each file once', () => {
  expect(toFileRelation([{ _id: 'a' }, { _id: 'b' }, { _id: 'a' }])).toEqual({
    $relation: [
      { entity_id: 'a', _tags: [] },
      { entity_id: 'b', _tags: [] },
    ],
  })
})

it('is empty, not absent, without files', () => {
  expect(toFileRelation([])).toEqual({ $relation: [] })
})

it('labels all relations alike, or each by its file', () => {
  const files = [{ _id: 'a' }, { _id: 'b' }]

  expect(toFileRelation(files, { tags: ['offer'] }).$relation.map(({ _tags }) => _tags)).toEqual([
    ['offer'],
    ['offer'],
  ])
  expect(toFileRelation(files, { tags: ({ _id }) => [`for ${_id}`] }).$relation).toEqual([
    { entity_id: 'a', _tags: ['for a'] },
    { entity_id: 'b', _tags: ['for b'] },
  ])
})
