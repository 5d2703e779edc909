import { act, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, it } from 'vitest'
import { EntityFiles } from '../../src/index.js'
import { anEntity } from '../../src/testing.js'
import type { FileServer } from '../../src/testing.js'
import { createApp } from '../support/render-with-files.js'

const entity = anEntity()
const key = `${entity.slug}/${entity.id}`

it('keeps a label that a colleague gives while the popover is open, also by undo', async () => {
  const { server, queryClient } = await open(['a.pdf'])
  await editLabels('a.pdf')
  label(server, ['colleague'])
  await act(() => queryClient.invalidateQueries())
  expect(await screen.findByRole('button', { name: 'Remove label colleague' })).toBeVisible()

  await userEvent.type(screen.getByRole('combobox'), 'mine')
  await userEvent.click(screen.getByRole('dialog'))
  await waitFor(() => expect(labelsAt(server)).toEqual(['colleague', 'mine']))
  label(server, ['colleague', 'mine', 'late'])
  await userEvent.click(await screen.findByRole('button', { name: 'Undo' }))

  await waitFor(() => expect(labelsAt(server)).toEqual(['colleague', 'late']))
})

it('keeps a label that nobody has seen here yet', async () => {
  const { server } = await open(['a.pdf'])
  await editLabels('a.pdf')
  label(server, ['unseen'])

  await userEvent.type(screen.getByRole('combobox'), 'mine{Enter}{Enter}')

  await waitFor(() => expect(labelsAt(server)).toEqual(['unseen', 'mine']))
})

it('changes nothing where what was chosen is as it was', async () => {
  const { server } = await open(['a.pdf'])
  await editLabels('a.pdf')
  await userEvent.type(screen.getByRole('combobox'), 'mine{Enter}')
  await userEvent.click(screen.getByRole('button', { name: 'Remove label mine' }))

  await userEvent.keyboard('{Escape}')

  expect(screen.queryByRole('dialog')).not.toBeInTheDocument()
  expect(screen.queryByText(/^Labels of/)).not.toBeInTheDocument()
  expect(server.ledger.count('updateRelation')).toBe(0)
})

it('says how many came back by undo, and why not all', async () => {
  const { server } = await open(['a.pdf', 'b.pdf', 'c.pdf', 'd.pdf'])
  await userEvent.click(screen.getByRole('checkbox', { name: 'Select a.pdf' }))
  await userEvent.keyboard('{Control>}a{/Control}')
  await userEvent.click(screen.getByRole('button', { name: 'Remove, 4 files' }))
  await screen.findByText('4 files removed')
  server.world.files.delete(server.files().find(({ filename }) => filename === 'b.pdf')!._id)

  await userEvent.click(screen.getByRole('button', { name: 'Undo' }))

  expect(await screen.findByText(/^3 of 4 files added\. It no longer exists/)).toBeInTheDocument()
  expect(server.filesOf(entity)).toHaveLength(3)
})

it('says how many of the chosen files were added, and why not all', async () => {
  const { server } = await open(['a.pdf'])
  const [x, y] = ['x.pdf', 'y.pdf'].map((filename) => server.addFile({ filename }))
  await userEvent.click(screen.getByRole('button', { name: 'Attach existing files' }))
  const dialog = within(await screen.findByRole('dialog'))
  await userEvent.click(await dialog.findByRole('checkbox', { name: 'Select x.pdf' }))
  await userEvent.click(dialog.getByRole('checkbox', { name: 'Select y.pdf' }))
  server.world.files.delete(x!._id)

  await userEvent.click(dialog.getByRole('button', { name: 'Attach 2 files' }))

  expect(await screen.findByText(/^1 of 2 files added\. It no longer exists/)).toBeInTheDocument()
  expect(server.filesOf(entity).map(({ _id }) => _id)).toContain(y!._id)
  await userEvent.click(screen.getByRole('button', { name: 'Undo' }))
  await waitFor(() => expect(server.filesOf(entity)).toHaveLength(1))
  await waitFor(() => expect(screen.queryByText(/^1 of 2 files added/)).not.toBeInTheDocument())
})

it('marks in the picker also what is attached beyond the first page', async () => {
  const plans = Array.from({ length: 129 }, (_, index) => `plan-${index}.pdf`)
  const { server } = await open([...plans, 'roof.pdf'])
  expect(server.ledger.count('getRelationsV3')).toBe(1)

  await userEvent.click(screen.getByRole('button', { name: 'Attach existing files' }))
  const dialog = within(await screen.findByRole('dialog'))
  await dialog.findByRole('list', { name: 'Found files' })
  await userEvent.type(dialog.getByRole('searchbox'), 'roof')
  await dialog.findByText('1 of 1 found')

  expect(await dialog.findByText('Already here')).toBeInTheDocument()
  expect(dialog.queryByRole('checkbox', { name: 'Select roof.pdf' })).not.toBeInTheDocument()
})

async function open(names: readonly string[]) {
  const app = createApp()
  const files = names.map((filename, index) =>
    app.server.addFile({ filename, _created_at: new Date(1.7e12 - index).toISOString() }),
  )
  app.server.relate(entity, files)
  app.render(<EntityFiles entity={entity} />)
  await screen.findByRole('list', { name: 'Files' })
  return app
}

async function editLabels(name: string): Promise<void> {
  await userEvent.click(screen.getByRole('button', { name: `More actions, ${name}` }))
  await userEvent.click(screen.getByRole('menuitem', { name: 'Edit labels' }))
  await screen.findByRole('combobox', { name: 'Add a label' })
}

/** As somebody else does it. */
function label(server: FileServer, _tags: readonly string[]): void {
  server.world.relations.set(
    key,
    (server.world.relations.get(key) ?? []).map((item) => ({ ...item, _tags })),
  )
}

function labelsAt(server: FileServer): readonly string[] | undefined {
  return server.world.relations.get(key)?.[0]?._tags
}
