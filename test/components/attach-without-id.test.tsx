import { act, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import axe from 'axe-core'
import { useState } from 'react'
import { expect, it, vi } from 'vitest'
import type { FileRelation } from '../../src/index.js'
import { AttachToEntity } from '../../src/index.js'
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

it('relates files that epilot has, each once, until they are taken out', async () => {
  const { form, server, relation } = setUp()
  const plan = server.addFile({ filename: 'plan.pdf' })
  server.addFile({ filename: 'bill.pdf' })
  const { unmount } = form()
  await chooseExisting('plan.pdf')

  expect(relation().$relation).toEqual([{ entity_id: plan._id, _tags: ['offer'] }])
  const list = screen.getByRole('list', { name: 'Files to attach' })
  expect(within(list).getByText('plan.pdf')).toBeInTheDocument()
  await userEvent.click(screen.getByRole('button', { name: 'Attach existing' }))
  const dialog = await screen.findByRole('dialog', { name: 'Attach existing files' })
  expect(await within(dialog).findByText('Already here')).toBeInTheDocument()
  await userEvent.keyboard('{Escape}')

  unmount()
  form()
  await waitFor(() => expect(relation().$relation).toHaveLength(1))
  await userEvent.click(await screen.findByRole('button', { name: 'Remove, plan.pdf' }))

  expect(relation().$relation).toEqual([])
  expect(screen.queryByRole('list', { name: 'Files to attach' })).not.toBeInTheDocument()
  expect(screen.getByRole('button', { name: 'Choose files' })).toHaveFocus()
  expect(server.ledger.count('addRelations')).toBe(0)
})

it('forgets what was chosen when everything is forgotten', async () => {
  const { form, server, client, relation } = setUp()
  server.addFile({ filename: 'plan.pdf' })
  form()
  await chooseExisting('plan.pdf')

  await act(() => client.forget())

  expect(relation().$relation).toEqual([])
})

it('relates a file that stays where it is', async () => {
  const { form, server, relation } = setUp()
  form()

  await userEvent.click(screen.getByRole('button', { name: 'Add a link' }))
  const dialog = within(await screen.findByRole('dialog', { name: 'Add an external file' }))
  await userEvent.type(dialog.getByLabelText('Address'), 'https://archive.example/plan.pdf')
  await userEvent.click(dialog.getByRole('button', { name: 'Add link' }))

  await waitFor(() => expect(relation().$relation).toHaveLength(1))
  expect(server.files()).toMatchObject([{ custom_download_url: 'https://archive.example/plan.pdf' }])
  expect(screen.getByText('archive.example')).toBeInTheDocument()
})

it('leaves its form alone while somebody types in its dialogs', async () => {
  const { form, server } = setUp()
  const submitted = vi.fn((event: Event) => event.preventDefault())
  const { container } = form()
  container.querySelector('form')?.addEventListener('submit', submitted)

  await userEvent.click(screen.getByRole('button', { name: 'Attach existing' }))
  const search = await screen.findByRole('searchbox', { name: 'Search all files' })
  await userEvent.type(search, 'plan{Enter}{Escape}')
  await userEvent.click(screen.getByRole('button', { name: 'Add a link' }))
  await userEvent.type(await screen.findByLabelText('Address'), 'https://archive.example/a.pdf{Enter}')
  await waitFor(() => expect(server.files()).toHaveLength(1))

  expect(submitted).not.toHaveBeenCalled()
})

it('takes as many files as its attribute holds', async () => {
  const { form, server } = setUp()
  server.addSchema({
    slug: 'opportunity',
    attributes: [{ name: '_files', multiple: false, default_access_control: 'public-read' }],
  })
  server.addFile({ filename: 'plan.pdf' })
  form()
  await screen.findByRole('button', { name: 'Choose a file' })

  await chooseExisting('plan.pdf')

  expect(await screen.findByText('Remove a file to add another one')).toBeInTheDocument()
  expect(screen.queryByRole('button', { name: 'Attach existing' })).not.toBeInTheDocument()
})

it('hands over other labels as they change, and nothing where nothing does', async () => {
  const told = vi.fn<(relation: FileRelation) => void>()
  const { server, render } = setUp()
  server.addFile({ filename: 'plan.pdf' })
  const ui = (label: string) => (
    <AttachToEntity entity={{ slug: 'opportunity' }} relationTags={[label]} onRelationChange={told} />
  )
  const { rerender } = render(ui('offer'))
  await chooseExisting('plan.pdf')
  const before = told.mock.calls.length

  rerender(ui('offer'))
  expect(told).toHaveBeenCalledTimes(before)
  rerender(ui('contract'))

  expect(told).toHaveBeenCalledTimes(before + 1)
  expect(told.mock.lastCall?.[0].$relation).toMatchObject([{ _tags: ['contract'] }])
})

it('is empty again once its form is reset', async () => {
  const { form, server, put, relation } = setUp()
  server.addFile({ filename: 'plan.pdf' })
  const { container } = form()
  await chooseExisting('plan.pdf')
  await userEvent.upload(screen.getByLabelText('Choose files'), [
    aFile({ name: 'a.pdf' }),
    aFile({ name: 'b.pdf' }),
  ])
  const sending = await put.next()
  await put.next()
  await act(async () => sending.finish())
  await waitFor(() => expect(relation().$relation).toHaveLength(2))

  act(() => container.querySelector('form')?.reset())

  await waitFor(() => expect(relation().$relation).toEqual([]))
  expect(screen.queryByRole('list')).not.toBeInTheDocument()
})

it('is free of what axe finds', async () => {
  const { form, server } = setUp()
  server.addFile({ filename: 'plan.pdf' })
  const { container } = form()
  await chooseExisting('plan.pdf')

  expect((await axe.run(container)).violations).toEqual([])
})

async function chooseExisting(name: string) {
  await userEvent.click(screen.getByRole('button', { name: 'Attach existing' }))
  const dialog = within(await screen.findByRole('dialog', { name: 'Attach existing files' }))
  await userEvent.click(await dialog.findByRole('checkbox', { name: `Select ${name}` }))
  await userEvent.click(dialog.getByRole('button', { name: 'Attach 1 file' }))
}

function setUp() {
  const { render, ...app } = createApp()
  function Form() {
    const [relation, setRelation] = useState<FileRelation>()
    return (
      <form aria-label="New opportunity">
        <AttachToEntity
          entity={{ slug: 'opportunity' }}
          title="Documents"
          scope="new-opportunity"
          relationTags={['offer']}
          onRelationChange={setRelation}
        />
        <output data-testid="relation">{JSON.stringify(relation)}</output>
      </form>
    )
  }
  const relation = () => JSON.parse(screen.getByTestId('relation').textContent) as FileRelation
  return { ...app, render, form: () => render(<Form />), relation }
}
