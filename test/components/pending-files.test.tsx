import { act, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import type { ReactElement } from 'react'
import { expect, it } from 'vitest'
import { AttachToEntity, EntityFiles } from '../../src/index.js'
import { aFile, anEntity, createFileServer } from '../../src/testing.js'
import { createApp } from '../support/render-with-files.js'

const contract = anEntity({ slug: 'contract' })

it('shows what is uploaded and waits for approval, not as one of the files', async () => {
  const { render, server } = setUp()
  render(<AttachToEntity entity={contract} />)
  await screen.findByText('Drop files or choose them')

  await userEvent.upload(screen.getByLabelText('Choose files'), aFile({ name: 'plan.pdf' }))

  const waiting = await screen.findByRole('list', { name: 'Files waiting for approval' })
  expect(within(waiting).getByRole('listitem')).toHaveTextContent('plan.pdf')
  expect(within(waiting).getByText('Saved. Waiting for approval')).toBeInTheDocument()
  await waitFor(() => expect(screen.queryByRole('list', { name: 'Uploads' })).not.toBeInTheDocument())
  expect(screen.queryByRole('list', { name: 'Files' })).not.toBeInTheDocument()
  expect(server.filesOf(contract)).toEqual([])
})

it('shows after a reload what waits, and among the files once it is approved', async () => {
  const { render, server, client, queryClient } = setUp()
  const [upload] = client.uploads.add([aFile({ name: 'plan.pdf' })], { scope: 's', entity: contract })
  await waitFor(() => expect(upload?.state.getState().status).toBe('done'))
  client.uploads.remove(client.uploads.all())
  render(<AttachToEntity entity={contract} />)
  await screen.findByRole('list', { name: 'Files waiting for approval' })

  server.applyChangesets(contract)
  await act(() => queryClient.invalidateQueries())

  const files = await screen.findByRole('list', { name: 'Files' })
  expect(within(files).getByRole('listitem')).toHaveTextContent('plan.pdf')
  await waitFor(() =>
    expect(screen.queryByRole('list', { name: 'Files waiting for approval' })).not.toBeInTheDocument(),
  )
})

it('is laid out as the files are: in rows or as cards', async () => {
  const { render, client } = setUp()
  const [upload] = client.uploads.add([aFile({ name: 'plan.pdf' })], { scope: 's', entity: contract })
  await waitFor(() => expect(upload?.state.getState().status).toBe('done'))
  const { unmount } = render(<EntityFiles entity={contract} defaultView="grid" />)
  const waiting = () => screen.findByRole('list', { name: 'Files waiting for approval' })
  expect(await waiting()).toHaveAttribute('data-layout', 'grid')

  unmount()
  render(<EntityFiles entity={contract} />)
  expect(await waiting()).toHaveAttribute('data-layout', 'table')
})

it('shows nothing of it where nobody may know', async () => {
  const { render, server } = setUp()
  server.relate(contract, [server.addFile({ filename: 'there.pdf' })])
  server.failNext('listChangesets', { status: 403 })
  render(<AttachToEntity entity={contract} />)

  await screen.findByText('there.pdf')

  for (const alert of screen.queryAllByRole('alert')) expect(alert.textContent).toBe('')
  expect(screen.queryByRole('list', { name: 'Files waiting for approval' })).not.toBeInTheDocument()
})

it.each<[string, ReactElement]>([
  ['AttachToEntity', <AttachToEntity key="a" entity={contract} />],
  ['EntityFiles', <EntityFiles key="e" entity={contract} />],
])('%s shows what waits also where nobody may read the schema', async (_name, ui) => {
  const { render, server, client } = setUp()
  server.failNext('getSchema', { status: 403 }, 9)
  const [upload] = client.uploads.add([aFile({ name: 'plan.pdf' })], { scope: 's', entity: contract })
  await waitFor(() => expect(upload?.state.getState().status).toBe('done'))
  client.uploads.remove(client.uploads.all())

  render(ui)

  const waiting = await screen.findByRole('list', { name: 'Files waiting for approval' })
  expect(within(waiting).getByRole('listitem')).toHaveTextContent('plan.pdf')
})

function setUp() {
  const server = createFileServer({
    schemas: [{ slug: 'contract', attributes: [{ name: '_files', multiple: true, edit_mode: 'approval' }] }],
  })
  return { ...createApp({ fetch: server.fetch, putBlob: server.putBlob }), server }
}
