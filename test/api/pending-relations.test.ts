import { expect, it } from 'vitest'
import { pendingRelations } from '../../src/core.js'

it.each([
  ['nothing waits', undefined, { attaching: [], detaching: [] }],
  ['a file is to come', changeset(['a', 'b', 'c'], ['a', 'b']), { attaching: ['c'], detaching: [] }],
  ['a file is to go', changeset(['a'], ['a', 'b']), { attaching: [], detaching: ['b'] }],
  ['one is to replace the other', changeset(['c'], ['a', 'b']), { attaching: ['c'], detaching: ['a', 'b'] }],
  ['b has come since', changeset(['a', 'c'], ['a']), { attaching: ['c'], detaching: [] }],
  ['it says nothing of what was', changeset(['a', 'c'], null), { attaching: ['c'], detaching: ['b'] }],
  ['all files are to go', changeset([], ['a', 'b']), { attaching: [], detaching: ['a', 'b'] }],
  ['it is about something else', { proposed_value: 'DE02' }, { attaching: [], detaching: [] }],
  [
    'some of it is no relation',
    { proposed_value: { $relation: [null, {}, { entity_id: 'c' }] }, previous_value: { $relation: [] } },
    { attaching: ['c'], detaching: [] },
  ],
])('reads what a change would bring to a and b where %s', (_, waiting, expected) => {
  expect(pendingRelations(waiting, ['a', 'b'])).toEqual(expected)
})

function changeset(proposed: readonly string[], previous: readonly string[] | null) {
  const value = (ids: readonly string[]) => ({
    $relation: ids.map((entity_id) => ({ entity_id, _tags: [] })),
  })
  return { proposed_value: value(proposed), previous_value: previous && value(previous) }
}
