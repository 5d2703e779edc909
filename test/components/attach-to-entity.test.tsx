import { act, fireEvent, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import axe from 'axe-core'
import { expect, it, vi } from 'vitest'
import { AttachToEntity } from '../../src/components/attach-to-entity.js'
import { aFile, anEntity } from '../../src/testing.js'
import { createApp } from '../support/render-with-files.js'

const entity = anEntity()

function drag(type: 'dragenter' | 'drop', target: Element, ...files: readonly File[]) {
  const dataTransfer = new DataTransfer()
  for (const file of files) dataTransfer.items.add(file)
  fireEvent(target, new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer }))
}

it('attaches what is picked; the row moves from the uploads to the files', async () => {
  const { server, put, render } = createApp()
  render(<AttachToEntity entity={entity} />)
  await screen.findByText('Drop files or choose them')

  await userEvent.upload(screen.getByLabelText('Choose files'), aFile({ name: 'scan.pdf' }))
  const sending = await put.next()
  expect(within(screen.getByRole('list', { name: 'Uploads' })).getByText('scan.pdf')).toBeInTheDocument()
  await act(async () => sending.finish())

  await waitFor(() => expect(server.filesOf(entity)).toMatchObject([{ filename: 'scan.pdf' }]))
  const files = await screen.findByRole('list', { name: 'Files' })
  expect(within(files).getByText('scan.pdf')).toBeInTheDocument()
  await waitFor(() => expect(screen.queryByRole('list', { name: 'Uploads' })).not.toBeInTheDocument())
  expect(screen.getByRole('heading')).toHaveTextContent('Files 1')
})

it('takes what is dropped anywhere on it, and says so before', async () => {
  const { server, put, render } = createApp()
  server.relate(entity, [server.addFile({ filename: 'there.pdf' })])
  render(<AttachToEntity entity={entity} />)
  const there = await screen.findByText('there.pdf')

  drag('dragenter', there, aFile({ name: 'a.pdf' }), aFile({ name: 'b.pdf' }))
  expect(await screen.findByText('Drop to attach 2 files')).toBeInTheDocument()
  drag('drop', there, aFile({ name: 'a.pdf' }), aFile({ name: 'b.pdf' }))
  await Promise.all([put.next(), put.next()])

  expect(screen.queryByText('Drop to attach 2 files')).not.toBeInTheDocument()
  expect(within(screen.getByRole('list', { name: 'Uploads' })).getAllByRole('listitem')).toHaveLength(2)
})

it('keeps the focus on its button while the empty panel becomes a list', async () => {
  const { put, render } = createApp()
  render(<AttachToEntity entity={entity} />)
  await screen.findByText('Drop files or choose them')
  const button = screen.getByRole('button', { name: 'Choose files' })
  act(() => button.focus())

  await userEvent.upload(screen.getByLabelText('Choose files'), aFile({ name: 'scan.pdf' }))
  await put.next()

  expect(screen.getByRole('button', { name: 'Choose files' })).toBe(button)
})

it('shows the files it has, a page at a time', async () => {
  const { server, render } = createApp()
  const files = Array.from({ length: 130 }, (_, index) => server.addFile({ filename: `${index}.pdf` }))
  server.relate(entity, files)
  render(<AttachToEntity entity={entity} title="Documents" />)
  const list = await screen.findByRole('list', { name: 'Files' })
  expect(list.children).toHaveLength(100)
  expect(screen.getByText('100 of 130 files')).toBeInTheDocument()

  const more = screen.getByRole('button', { name: 'Show more' })
  act(() => more.focus())
  await userEvent.keyboard('{Enter}')

  await waitFor(() => expect(list.firstElementChild).toHaveAttribute('aria-setsize', '130'))
  expect(screen.queryByRole('button', { name: 'Show more' })).not.toBeInTheDocument()
  await waitFor(() => expect(list).toContainElement(document.activeElement as HTMLElement))
})

it('says why the files could not be loaded, and loads them again', async () => {
  const { server, render } = createApp()
  server.relate(entity, [server.addFile({ filename: 'there.pdf' })])
  server.failNext('getRelationsV3', { status: 404 })
  render(<AttachToEntity entity={entity} />)
  expect(await screen.findByText(/The files could not be loaded/)).toBeInTheDocument()

  await userEvent.click(screen.getByRole('button', { name: 'Try again' }))

  expect(await screen.findByText('there.pdf')).toBeInTheDocument()
  expect(screen.queryByText(/could not be loaded/)).not.toBeInTheDocument()
})

it('shows bones in the shape of a list while it loads', async () => {
  const { server, render } = createApp()
  server.failNext('getRelationsV3', 'hang')
  render(<AttachToEntity entity={entity} />)
  expect(await screen.findByRole('list', { name: 'Loading files' })).toHaveAttribute('aria-busy', 'true')
})

it('shows uploads and files in the density it is given', async () => {
  const { server, put, render } = createApp()
  server.relate(entity, [server.addFile({ filename: 'there.pdf', size_bytes: 3000 })])
  render(<AttachToEntity entity={entity} density="compact" />)
  await screen.findByText('there.pdf')
  await userEvent.upload(screen.getByLabelText('Choose files'), aFile({ name: 'scan.pdf' }))
  await put.next()

  for (const list of screen.getAllByRole('list')) expect(list).toHaveAttribute('data-density', 'compact')
})

it('downloads a file on a click', async () => {
  const openDownload = vi.fn()
  const { server, render } = createApp({ openDownload })
  server.relate(entity, [server.addFile({ filename: 'there.pdf' })])
  render(<AttachToEntity entity={entity} />)

  await userEvent.click(await screen.findByRole('button', { name: 'Download, there.pdf' }))

  await waitFor(() => expect(openDownload).toHaveBeenCalledTimes(1))
})

it('keeps what was saved but not added, says so, and lets it be', async () => {
  const { server, put, render } = createApp({ retry: () => null })
  server.failNext('addRelations', { status: 403 })
  render(<AttachToEntity entity={entity} />)
  await userEvent.upload(screen.getByLabelText('Choose files'), aFile({ name: 'scan.pdf' }))
  const sending = await put.next()
  await act(async () => sending.finish())
  await waitFor(() =>
    expect(screen.getByRole('list', { name: 'Uploads' })).toHaveTextContent(
      'Saved, but you can’t add files here',
    ),
  )
  // It may still be coming into sight.
  await waitFor(() => expect(screen.getByRole('button', { name: 'Try again, scan.pdf' })).toBeVisible())

  await userEvent.click(screen.getByRole('button', { name: 'Keep unattached, scan.pdf' }))

  await waitFor(() => expect(screen.queryByText(/you can’t add files/)).not.toBeInTheDocument())
  expect(server.filesOf(entity)).toEqual([])
  expect(server.ledger.count('saveFileV2')).toBe(1)
})

it('attaches what its entity refuses to another one that the person chooses', async () => {
  const { server, put, render } = createApp({ retry: () => null })
  const other = anEntity()
  server.failNext('addRelations', { status: 403 })
  render(<AttachToEntity entity={entity} onChooseAnother={(upload) => upload.attachTo(other)} />)
  await userEvent.upload(screen.getByLabelText('Choose files'), aFile({ name: 'scan.pdf' }))
  const sending = await put.next()
  await act(async () => sending.finish())

  const choose = await screen.findByRole('button', { name: 'Choose another, scan.pdf' })
  expect(screen.queryByRole('button', { name: 'Try again, scan.pdf' })).not.toBeInTheDocument()
  await userEvent.click(choose)

  await waitFor(() => expect(server.filesOf(other)).toMatchObject([{ filename: 'scan.pdf' }]))
  expect(server.filesOf(entity)).toEqual([])
})

it('lets nobody add while it is disabled', async () => {
  const { server, render } = createApp()
  server.relate(entity, [server.addFile({ filename: 'there.pdf' })])
  render(<AttachToEntity entity={entity} disabled />)
  const there = await screen.findByText('there.pdf')
  expect(screen.getByRole('button', { name: 'Choose files' })).toHaveAttribute('aria-disabled', 'true')
  expect(screen.getByText('You can’t add files here')).toBeInTheDocument()

  drag('drop', there, aFile())
  await act(() => Promise.resolve())

  expect(server.ledger.count('uploadFileV2')).toBe(0)
})

it('keeps the focus in the panel when a file that had it goes over to the list', async () => {
  const { put, render } = createApp()
  render(<AttachToEntity entity={entity} />)
  await screen.findByText('Drop files or choose them')
  await userEvent.upload(screen.getByLabelText('Choose files'), aFile({ name: 'a.pdf' }))
  const sending = await put.next()
  act(() => screen.getByRole('button', { name: 'Pause, a.pdf' }).focus())

  await act(async () => sending.finish())
  await waitFor(() => expect(screen.queryByRole('list', { name: 'Uploads' })).not.toBeInTheDocument())

  expect(screen.getByRole('button', { name: 'Choose files' })).toHaveFocus()
})

it('asks again for a list that could not be brought up to date, and keeps the focus', async () => {
  const { server, put, render } = createApp()
  server.relate(entity, [server.addFile({ filename: 'there.pdf' })])
  render(<AttachToEntity entity={entity} />)
  await screen.findByText('there.pdf')
  server.failNext('getRelationsV3', { status: 404 })
  await userEvent.upload(screen.getByLabelText('Choose files'), aFile({ name: 'new.pdf' }))
  await act(async () => (await put.next()).finish())
  const again = await screen.findByRole('button', { name: 'Try again' })

  act(() => again.focus())
  await userEvent.keyboard('{Enter}')

  await waitFor(() => expect(screen.queryByRole('list', { name: 'Uploads' })).not.toBeInTheDocument())
  expect(within(screen.getByRole('list', { name: 'Files' })).getByText('new.pdf')).toBeInTheDocument()
  expect(screen.getByRole('button', { name: 'Choose files' })).toHaveFocus()
})

it('goes on with the first new row after "Show more", wherever it stands', async () => {
  const { server, render } = createApp()
  const dates = Array.from({ length: 130 }, (_, day) => new Date(Date.UTC(2026, 0, 1 + day)).toISOString())
  server.relate(
    entity,
    dates.map((_created_at, index) => server.addFile({ filename: `${index}.pdf`, _created_at })),
  )
  render(<AttachToEntity entity={entity} />)
  await screen.findByText('99.pdf')

  await userEvent.click(screen.getByRole('button', { name: 'Show more' }))

  await screen.findByText('129.pdf')
  await waitFor(() => expect(document.activeElement).toHaveTextContent('129.pdf'))
})

it('works inside a shadow root', async () => {
  const { put, render } = createApp()
  const host = document.body.appendChild(document.createElement('div'))
  const root = host.attachShadow({ mode: 'open' }).appendChild(document.createElement('div'))
  const { createPortal } = await import('react-dom')
  render(createPortal(<AttachToEntity entity={entity} />, root))
  await within(root).findByText('Drop files or choose them')

  drag('drop', within(root).getByText('Drop files or choose them'), aFile({ name: 'scan.pdf' }))
  await put.next()

  expect(within(root).getByText('scan.pdf')).toBeInTheDocument()
  act(() => within(root).getByRole('button', { name: 'Cancel, scan.pdf' }).focus())
  act(() => within(root).getByRole('button', { name: 'Cancel, scan.pdf' }).click())
  await waitFor(() => expect((root.getRootNode() as ShadowRoot).activeElement?.localName).toBe('li'))
  host.remove()
})

it('has nothing for axe to complain of, empty and full', async () => {
  const { server, put, render } = createApp()
  const { container } = render(<AttachToEntity entity={entity} help="Any type" />)
  await screen.findByText('Drop files or choose them')
  expect(await violations(container)).toEqual([])

  const file = server.addFile({ filename: 'there.pdf', _tags: ['Offer'], access_control: 'public-read' })
  const other = anEntity()
  server.relate(other, [file])
  const { container: full } = render(<AttachToEntity entity={other} />)
  await screen.findByText('there.pdf')
  await userEvent.upload(within(full).getByLabelText('Choose files'), aFile({ name: 'scan.pdf' }))
  await put.next()
  expect(await violations(full)).toEqual([])
  expect(within(full).getByRole('region', { name: 'Files 1' })).toBeInTheDocument()
})

async function violations(container: Element) {
  const { violations: found } = await axe.run(container, { resultTypes: ['violations'] })
  return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(', ')}`)
}

it('takes what is dropped anywhere on the page, and names its entity before', async () => {
  const { put, render } = createApp()
  render(
    <>
      <AttachToEntity entity={entity} page targetName="Opportunity 1043" />
      <p>Far away</p>
    </>,
  )
  await screen.findByText('Drop files or choose them')
  drag('dragenter', screen.getByText('Far away'), aFile({ name: 'a.pdf' }))
  expect(await screen.findByText('to Opportunity 1043')).toBeInTheDocument()

  drag('drop', screen.getByText('Far away'), aFile({ name: 'a.pdf' }))
  await put.next()
  expect(screen.queryByText('to Opportunity 1043')).not.toBeInTheDocument()
  expect(screen.getByRole('list', { name: 'Uploads' })).toHaveTextContent('a.pdf')
})

it('says why no files can be added', async () => {
  const { render } = createApp()
  render(<AttachToEntity entity={entity} disabled="Ask an administrator for the right to add files" />)
  const button = await screen.findByRole('button', { name: 'Choose files' })
  expect(button).toHaveAttribute('aria-disabled', 'true')
  expect(button).toHaveAccessibleDescription('Ask an administrator for the right to add files')
})

it('counts what is there, says when the limit is reached, and keeps the focus then', async () => {
  const { server, put, render } = createApp()
  server.relate(entity, [server.addFile({ filename: 'there.pdf' })])
  render(<AttachToEntity entity={entity} rules={{ maxCount: 2 }} />)
  await screen.findByText('there.pdf')
  act(() => screen.getByRole('button', { name: 'Choose files' }).focus())

  await userEvent.upload(screen.getByLabelText('Choose files'), aFile({ name: 'b.pdf' }))
  await put.next()

  expect(await screen.findByText('2 of 2 files added')).toBeInTheDocument()
  expect(screen.queryByRole('button', { name: 'Choose files' })).not.toBeInTheDocument()
  await waitFor(() => expect(screen.getByRole('group', { name: '2 of 2 files added' })).toHaveFocus())
})

it('takes files that are pasted with the focus anywhere in it', async () => {
  const { server, put, render } = createApp()
  server.relate(entity, [server.addFile({ filename: 'there.pdf' })])
  render(<AttachToEntity entity={entity} />)
  const clipboardData = new DataTransfer()
  clipboardData.items.add(aFile({ name: 'pasted.pdf' }))
  const there = await screen.findByText('there.pdf')
  fireEvent(there, new ClipboardEvent('paste', { bubbles: true, cancelable: true, clipboardData }))
  await put.next()
  expect(screen.getByRole('list', { name: 'Uploads' })).toHaveTextContent('pasted.pdf')
})
