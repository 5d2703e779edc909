import { act, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { expect, it } from 'vitest'
import type { FileRelation } from '../../src/index.js'
import { AttachToNewEntity } from '../../src/index.js'
import { aFile } from '../../src/testing.js'
import { createApp } from '../support/render-with-files.js'

it('hands the relation of what is saved to the form, until it is taken out', async () => {
  const { form, server, put, relation } = setUp()
  form()
  await waitFor(() => expect(relation()).toEqual({ $relation: [] }))

  await userEvent.upload(screen.getByLabelText('Choose files'), [
    aFile({ name: 'a.pdf' }),
    aFile({ name: 'b.pdf' }),
  ])
  const [first, second] = [await put.next(), await put.next()]
  await act(async () => first.finish())
  await waitFor(() => expect(relation().$relation).toHaveLength(1))
  await act(async () => second.finish())

  await waitFor(() => expect(relation().$relation).toHaveLength(2))
  const ids = server.files().map(({ _id }) => _id)
  expect(
    relation()
      .$relation.map(({ entity_id }) => entity_id)
      .toSorted(),
  ).toEqual(ids.toSorted())
  expect(relation().$relation[0]?._tags).toEqual(['offer'])
  expect(server.ledger.count('addRelations')).toBe(0)

  await userEvent.click(screen.getByRole('button', { name: 'Remove, a.pdf' }))

  await waitFor(() => expect(relation().$relation).toHaveLength(1))
})

it('hands it over again to a form that comes back', async () => {
  const { form, put, relation } = setUp()
  const { unmount } = form()
  await userEvent.upload(screen.getByLabelText('Choose files'), aFile({ name: 'a.pdf' }))
  const sending = await put.next()
  unmount()
  await act(async () => sending.finish())

  form()

  await waitFor(() => expect(relation().$relation).toHaveLength(1))
})

function setUp() {
  const { render, ...app } = createApp()
  function Form() {
    const [relation, setRelation] = useState<FileRelation>()
    return (
      <form aria-label="New opportunity">
        <AttachToNewEntity
          label="Documents"
          scope="new-opportunity"
          relationTags={['offer']}
          onRelationChange={setRelation}
        />
        <output>{JSON.stringify(relation)}</output>
      </form>
    )
  }
  const relation = () =>
    JSON.parse(screen.getByRole('form').querySelector('output')!.textContent) as FileRelation
  return { ...app, form: () => render(<Form />), relation }
}
