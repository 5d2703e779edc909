import { act, fireEvent, render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import axe from 'axe-core'
import { expect, it, vi } from 'vitest'
import { EntityFiles } from '../../src/components/entity-files/entity-files.js'
import type { FileEntity } from '../../src/index.js'
import { de, FilesProvider } from '../../src/index.js'
import type { FileServer } from '../../src/testing.js'
import { entityScope } from '../../src/uploads/entity-scope.js'
import { aFile, anEntity } from '../../src/testing.js'
import { createApp } from '../support/render-with-files.js'

const entity = anEntity()
const some: readonly Partial<FileEntity>[] = [
  { filename: 'offer.pdf', size_bytes: 1_300_000, _tags: ['Offer'], _created_at: '2026-03-12T10:00:00Z' },
  { filename: 'meter.jpg', size_bytes: 2_800_000, _tags: ['Meter'], _created_at: '2026-03-11T10:00:00Z' },
  {
    filename: 'Contract 10.pdf',
    size_bytes: 900_000,
    _tags: ['Contract'],
    _created_at: '2026-03-10T10:00:00Z',
  },
  {
    filename: 'contract 9.pdf',
    size_bytes: 950_000,
    _tags: ['Contract'],
    _created_at: '2026-03-09T10:00:00Z',
  },
]

/** The component on an entity that has some files. */
async function open(ui = <EntityFiles entity={entity} />, files = some, options = {}) {
  const app = createApp({ retry: () => null, ...options })
  const saved = files.map((file) => app.server.addFile(file))
  app.server.relate(entity, saved)
  const user = userEvent.setup()
  const view = app.render(ui)
  await screen.findByRole('list', { name: 'Files' })
  return { ...app, ...view, saved, user }
}

const labelsIn = (server: FileServer) =>
  [...server.world.relations.values()].flat().map(({ _tags }) => _tags ?? [])
const list = () => screen.getByRole('list', { name: 'Files' })
const names = () => [...list().querySelectorAll('.ef-name')].map((name) => name.textContent)
const row = (name: string) => screen.getByTitle(name).closest('li') as HTMLElement
const choose = async (button: string | RegExp, item: string) => {
  await userEvent.click(screen.getByRole('button', { name: button }))
  await userEvent.click(screen.getByRole('menuitemradio', { name: item }))
}

it('lists the newest file first', async () => {
  await open()
  expect(names()).toEqual(['offer.pdf', 'meter.jpg', 'Contract 10.pdf', 'contract 9.pdf'])
  expect(screen.getByRole('heading')).toHaveTextContent('Files 4')
})

it('sorts by name as people do, by size, by type, and the other way round', async () => {
  await open()

  await choose('Sort', 'Name')
  expect(names()).toEqual(['contract 9.pdf', 'Contract 10.pdf', 'meter.jpg', 'offer.pdf'])
  await choose('Sort', 'Z to A')
  expect(names()).toEqual(['offer.pdf', 'meter.jpg', 'Contract 10.pdf', 'contract 9.pdf'])
  await choose('Sort', 'Size')
  expect(names()[0]).toBe('meter.jpg')
  await choose('Sort', 'Type')
  expect(names()[0]).toBe('meter.jpg')
  await choose('Sort', 'Added')
  await choose('Sort', 'Oldest first')
  expect(names()).toEqual(['contract 9.pdf', 'Contract 10.pdf', 'meter.jpg', 'offer.pdf'])
})

it('walks the menu by arrow keys and letters, and gives the focus back', async () => {
  const { user } = await open()
  const button = screen.getByRole('button', { name: 'Sort' })
  act(() => button.focus())
  await user.keyboard('{Enter}')
  expect(screen.getByRole('menuitemradio', { name: 'Added' })).toHaveFocus()

  await user.keyboard('{ArrowDown}')
  expect(screen.getByRole('menuitemradio', { name: 'Name' })).toHaveFocus()
  await user.keyboard('{End}{Home}s')
  expect(screen.getByRole('menuitemradio', { name: 'Size' })).toHaveFocus()
  await user.keyboard('{Enter}')

  expect(screen.queryByRole('menu')).not.toBeInTheDocument()
  expect(button).toHaveFocus()
  expect(names()[0]).toBe('meter.jpg')
})

it('keeps a menu open that was asked for as the page came to rest, and closes it where its row scrolls away', async () => {
  await open(
    <div style={{ paddingBlock: 2000 }}>
      <EntityFiles entity={entity} />
    </div>,
  )
  const scrolled = () =>
    act(() => new Promise((resolve) => document.addEventListener('scroll', resolve, { once: true })))
  const button = screen.getByRole('button', { name: 'More actions, meter.jpg' })
  button.scrollIntoView()
  fireEvent.click(button)
  await scrolled()
  fireEvent(window, new Event('resize'))
  expect(screen.getByRole('menu', { name: 'meter.jpg' })).toBeInTheDocument()

  scrollBy(0, -50)
  await scrolled()
  expect(screen.queryByRole('menu')).not.toBeInTheDocument()
  scrollTo(0, 0)
})

it('finds files by name and says when there is none', async () => {
  const { user } = await open()
  const search = screen.getByRole('searchbox', { name: 'Find in 4 files' })
  await user.type(search, 'contr')
  await waitFor(() => expect(names()).toEqual(['Contract 10.pdf', 'contract 9.pdf']))

  await user.type(search, 'wallbox')
  expect(await screen.findByText('No file called “contrwallbox”')).toBeInTheDocument()
  await user.click(screen.getByRole('button', { name: 'Show all' }))

  await waitFor(() => expect(names()).toHaveLength(4))
  expect(search).toHaveFocus()
})

it('filters by type and tag while the popup is open; each filter can be taken away', async () => {
  const { user } = await open()
  await user.click(screen.getByRole('button', { name: 'Filter' }))
  const popup = screen.getByRole('dialog', { name: 'Filter' })
  await user.click(within(popup).getByRole('checkbox', { name: /PDF/ }))
  await waitFor(() => expect(names()).toEqual(['offer.pdf', 'Contract 10.pdf', 'contract 9.pdf']))
  await user.click(within(popup).getByRole('checkbox', { name: /Contract/ }))
  await waitFor(() => expect(names()).toEqual(['Contract 10.pdf', 'contract 9.pdf']))
  await user.click(within(popup).getByRole('button', { name: 'Show 2 files' }))
  expect(popup).not.toBeInTheDocument()
  expect(screen.getByRole('button', { name: 'Filter 2 active' })).toHaveFocus()
  expect(screen.getByText('2 of 4')).toBeInTheDocument()

  await user.click(screen.getByRole('button', { name: 'Remove filter Contract' }))
  await waitFor(() => expect(names()).toHaveLength(3))
  await user.click(screen.getByRole('button', { name: 'Clear filters' }))
  await waitFor(() => expect(names()).toHaveLength(4))
})

it('loads all pages once it is sorted or searched', async () => {
  const many = Array.from({ length: 230 }, (_, index) => ({
    filename: `${String(index).padStart(3, '0')}.pdf`,
    _created_at: new Date(Date.UTC(2026, 0, 1) + index * 1000).toISOString(),
  }))
  const { user, server } = await open(undefined, many)
  expect(screen.getByText('100 of 230 files')).toBeInTheDocument()
  expect(server.ledger.count('getRelationsV3')).toBe(1)

  await user.type(screen.getByRole('searchbox'), '042')

  await waitFor(() => expect(names()).toEqual(['042.pdf']))
  expect(screen.queryByRole('button', { name: 'Show more' })).not.toBeInTheDocument()
})

it('says that there is none only once all pages have been looked through', async () => {
  const many = Array.from({ length: 130 }, (_, index) => ({ filename: `offer ${index}.pdf` }))
  const { user, server } = await open(undefined, many)
  server.failNext('getRelationsV3', 'hang')

  await user.type(screen.getByRole('searchbox'), 'roof')

  await waitFor(() => expect(screen.queryByRole('list', { name: 'Files' })).not.toBeInTheDocument())
  expect(screen.getByText('100 of 130 files')).toBeInTheDocument()
  expect(screen.queryByText('No file called “roof”')).not.toBeInTheDocument()
  expect(screen.queryByRole('button', { name: /^Search in all/ })).not.toBeInTheDocument()
})

it('is one tab stop whose rows are walked and chosen by keyboard', async () => {
  const { user } = await open()
  screen.getByRole('button', { name: 'Add files' }).focus()
  await user.tab()
  expect(row('offer.pdf')).toHaveFocus()

  await user.keyboard('{ArrowDown} ')
  expect(row('meter.jpg')).toHaveFocus()
  expect(screen.getByRole('checkbox', { name: 'Select meter.jpg' })).toBeChecked()
  await user.keyboard('{Shift>}{End}{/Shift}')
  expect(screen.getByRole('group', { name: 'Selected files' })).toHaveTextContent('3 selected')
  await user.keyboard('{Escape}')
  expect(screen.queryByRole('group', { name: 'Selected files' })).not.toBeInTheDocument()

  await user.keyboard('{Home}')
  await user.tab()
  expect(screen.getByRole('checkbox', { name: 'Select offer.pdf' })).toHaveFocus()
  await user.tab()
  expect(screen.getByRole('button', { name: 'Download, offer.pdf' })).toHaveFocus()
  await user.tab()
  expect(screen.getByRole('button', { name: 'More actions, offer.pdf' })).toHaveFocus()
  await user.tab()
  expect(list()).not.toContainElement(document.activeElement as HTMLElement)
})

it('takes the file one is at off by Delete, goes on with the next one, and brings it back', async () => {
  const { server, user } = await open()
  act(() => row('meter.jpg').focus())

  await user.keyboard('{Delete}')

  await waitFor(() => expect(server.filesOf(entity)).toHaveLength(3))
  expect(names()).toEqual(['offer.pdf', 'Contract 10.pdf', 'contract 9.pdf'])
  expect(row('Contract 10.pdf')).toHaveFocus()
  expect(await screen.findByText('meter.jpg removed. Undo is available.')).toBeInTheDocument()
  await user.click(screen.getByRole('button', { name: 'Undo' }))

  await waitFor(() => expect(server.filesOf(entity)).toHaveLength(4))
  expect(names()).toContain('meter.jpg')
  expect(screen.queryByRole('button', { name: 'Undo' })).not.toBeInTheDocument()
  expect(list()).toContainElement(document.activeElement as HTMLElement)
  expect(server.files()).toHaveLength(4)
})

it('takes all chosen files off at once, and brings them back', async () => {
  const { server, user } = await open()
  await user.click(screen.getByRole('checkbox', { name: 'Select offer.pdf' }))
  await user.keyboard('{Shift>}')
  await user.click(screen.getByRole('checkbox', { name: 'Select Contract 10.pdf' }))
  await user.keyboard('{/Shift}')
  expect(screen.getByRole('group', { name: 'Selected files' })).toHaveTextContent('3 selected 5 MB')

  await user.click(screen.getByRole('button', { name: 'Remove, 3 files' }))

  await waitFor(() => expect(server.filesOf(entity)).toHaveLength(1))
  expect(names()).toEqual(['contract 9.pdf'])
  expect(list()).toContainElement(document.activeElement as HTMLElement)
  await user.click(await screen.findByRole('button', { name: 'Undo' }))
  await waitFor(() => expect(server.filesOf(entity)).toHaveLength(4))
})

it('leaves a file that may not be taken off where it stood, says why, and brings back the others', async () => {
  const { server, user } = await open()
  server.failNext('deleteRelation', { status: 403 })
  await user.click(screen.getByRole('checkbox', { name: 'Select offer.pdf' }))
  await user.click(screen.getByRole('checkbox', { name: 'Select meter.jpg' }))

  await user.click(screen.getByRole('button', { name: 'Remove, 2 files' }))

  expect(await within(row('offer.pdf')).findByRole('alert')).toHaveTextContent(
    'Not removed. You don’t have the right',
  )
  expect(names()).toEqual(['offer.pdf', 'Contract 10.pdf', 'contract 9.pdf'])
  expect(await screen.findByText('meter.jpg removed')).toBeInTheDocument()
})

it('says when taking a file off waits for approval', async () => {
  const app = createApp()
  app.server.addSchema({ slug: entity.slug, attributes: [{ name: 'offer', edit_mode: 'approval' }] })
  const offer = { ...entity, attribute: 'offer' }
  app.server.relate(offer, [app.server.addFile({ filename: 'offer.pdf' })])
  app.render(<EntityFiles entity={offer} />)
  await screen.findByTitle('offer.pdf')
  act(() => row('offer.pdf').focus())

  await userEvent.keyboard('{Delete}')

  expect(await screen.findByText('Removing 1 file waits for approval')).toBeInTheDocument()
  expect(await within(row('offer.pdf')).findByText('Removal waits for approval')).toBeInTheDocument()
})

it('shows what waits for approval as waiting, until it is attached', async () => {
  const app = createApp()
  const attributes = [{ name: 'offer', multiple: true, edit_mode: 'approval' as const }]
  app.server.addSchema({ slug: entity.slug, attributes })
  const offer = { ...entity, attribute: 'offer' }
  app.render(<EntityFiles entity={offer} />)
  await screen.findByText('Drop files or choose them')
  await userEvent.upload(screen.getByLabelText('Choose files'), aFile({ name: 'scan.pdf' }))
  const sending = await app.put.next()
  await act(async () => sending.finish())

  const waiting = await screen.findByRole('list', { name: 'Files waiting for approval' })
  expect(waiting).toHaveTextContent('scan.pdfSaved. Waiting for approval')
  expect(screen.queryByRole('list', { name: 'Uploads' })).not.toBeInTheDocument()
  expect(screen.queryByRole('list', { name: 'Files' })).not.toBeInTheDocument()
  app.server.applyChangesets(offer)
  await act(() => app.queryClient.invalidateQueries())

  expect(await screen.findByRole('list', { name: 'Files' })).toHaveTextContent('scan.pdf')
  expect(waiting).not.toBeInTheDocument()
})

it('asks before a file is deleted for good', async () => {
  const { server, user } = await open()
  await user.click(screen.getByRole('button', { name: 'More actions, meter.jpg' }))
  await user.click(screen.getByRole('menuitem', { name: 'Delete file' }))
  const dialog = screen.getByRole('alertdialog', { name: 'Delete meter.jpg?' })
  expect(within(dialog).getByRole('button', { name: 'Cancel' })).toHaveFocus()
  await user.keyboard('{Escape}')
  expect(dialog).not.toBeInTheDocument()
  expect(screen.getByRole('button', { name: 'More actions, meter.jpg' })).toHaveFocus()
  expect(server.ledger.count('deleteFile')).toBe(0)

  await user.click(screen.getByRole('button', { name: 'More actions, meter.jpg' }))
  await user.click(screen.getByRole('menuitem', { name: 'Delete file' }))
  await user.click(screen.getByRole('button', { name: 'Delete' }))

  await waitFor(() => expect(server.files()).toHaveLength(3))
  expect(names()).not.toContain('meter.jpg')
  expect(await screen.findByText('meter.jpg deleted')).toBeInTheDocument()
  expect(list()).toContainElement(document.activeElement as HTMLElement)
})

it('labels many files at once: what only some have stays unless it is chosen', async () => {
  const { server, queryClient, user } = await open()
  for (const [key, items] of server.world.relations) {
    const labels = [[], ['signed', 'old'], ['old'], []]
    server.world.relations.set(
      key,
      items.map((item, index) => ({ ...item, _tags: labels[index] ?? [] })),
    )
  }
  await act(() => queryClient.invalidateQueries())
  await waitFor(() => expect(row('meter.jpg')).toHaveTextContent('signed'))
  await user.click(screen.getByRole('checkbox', { name: 'Select meter.jpg' }))
  await user.click(screen.getByRole('checkbox', { name: 'Select Contract 10.pdf' }))
  await user.click(screen.getByRole('button', { name: 'Labels, 2 files' }))
  const dialog = await screen.findByRole('dialog', { name: 'Labels of 2 files in this opportunity' })
  expect(within(dialog).getByRole('button', { name: /^signed 1 of 2/ })).toHaveTextContent('signed 1 of 2')
  await user.click(within(dialog).getByRole('button', { name: 'Remove label old' }))
  await user.type(within(dialog).getByRole('combobox'), ' site visit {Enter}')
  expect(within(dialog).getByRole('button', { name: 'Remove label site visit' })).toBeVisible()

  await user.keyboard('{Enter}')

  expect(dialog).not.toBeInTheDocument()
  await waitFor(() => expect(labelsIn(server)).toEqual([[], ['signed', 'site visit'], ['site visit'], []]))
  expect(row('meter.jpg')).toHaveTextContent('site visit')
  await user.click(await screen.findByRole('button', { name: 'Undo' }))
  await waitFor(() => expect(labelsIn(server)).toEqual([[], ['signed', 'old'], ['old'], []]))
})

it('says in its row why a label was refused', async () => {
  const { server, user } = await open()
  server.failNext('updateRelation', { status: 403 })
  await user.click(screen.getByRole('button', { name: 'More actions, meter.jpg' }))
  await user.click(screen.getByRole('menuitem', { name: 'Edit labels' }))
  await user.type(await screen.findByRole('combobox'), 'signed')

  await user.click(screen.getByRole('dialog'))

  expect(await within(row('meter.jpg')).findByRole('alert')).toHaveTextContent('Not changed. You don’t have')
  expect(screen.queryByRole('button', { name: 'Undo' })).not.toBeInTheDocument()
  expect(labelsIn(server)[1]).toEqual([])
})

it('downloads the file that is chosen, and says where there is none', async () => {
  const openDownload = vi.fn()
  const { server, user } = await open(undefined, some, { openDownload })
  server.failNext('downloadFile', { status: 404 })
  await user.click(screen.getByRole('checkbox', { name: 'Select offer.pdf' }))
  const download = screen.getByRole('button', { name: 'Download, 1 file' })

  await user.click(download)
  expect(await within(row('offer.pdf')).findByRole('alert')).toHaveTextContent('Not downloaded')
  expect(openDownload).not.toHaveBeenCalled()

  await user.click(download)
  await waitFor(() => expect(openDownload).toHaveBeenCalledTimes(1))
})

it('attaches a file that exists, found by its name', async () => {
  const { server, user } = await open()
  server.addFile({ filename: 'Site plan.pdf' })
  server.addFile({ filename: 'Roof plan.dwg' })
  const button = screen.getByRole('button', { name: 'Attach existing files' })
  await user.click(button)
  const dialog = await screen.findByRole('dialog', { name: 'Attach existing files' })
  const search = within(dialog).getByRole('searchbox', { name: 'Search all files' })
  expect(search).toHaveFocus()
  expect((await within(dialog).findByTitle('offer.pdf')).closest('li')).toHaveTextContent('Already here')

  await user.type(search, 'plan')
  await waitFor(() => expect(within(dialog).queryByTitle('offer.pdf')).not.toBeInTheDocument())
  await user.keyboard('{ArrowDown} {ArrowDown} ')
  expect(within(dialog).getByText('2 of 2 found · 2 chosen')).toBeInTheDocument()
  await user.clear(search)
  await user.click(within(dialog).getByRole('button', { name: 'Attach 2 files' }))

  expect(dialog).not.toBeInTheDocument()
  expect(button).toHaveFocus()
  await waitFor(() => expect(server.filesOf(entity)).toHaveLength(6))
  expect(names()).toContain('Site plan.pdf')
  await user.click(await screen.findByRole('button', { name: 'Undo' }))
  await waitFor(() => expect(server.filesOf(entity)).toHaveLength(4))
})

it('says why files that exist could not be attached', async () => {
  const { server, user } = await open()
  server.addFile({ filename: 'Site plan.pdf' })
  server.failNext('addRelations', { status: 403 })
  await user.click(screen.getByRole('button', { name: 'Attach existing files' }))
  await user.click(await screen.findByRole('checkbox', { name: 'Select Site plan.pdf' }))
  await user.click(screen.getByRole('button', { name: 'Attach 1 file' }))

  expect(await screen.findByText(/^Not added\. You don’t have the right/)).toBeInTheDocument()
  expect(names()).not.toContain('Site plan.pdf')
})

it('lets existing files be chosen only by the rules: type, and how many there is room for', async () => {
  const rules = { accept: ['.pdf', '.jpg'], maxCount: 5 }
  const { server, user } = await open(<EntityFiles entity={entity} rules={rules} />)
  for (const filename of ['a.pdf', 'b.pdf', 'plan.dwg']) server.addFile({ filename })
  await user.click(screen.getByRole('button', { name: 'Attach existing files' }))
  const dialog = within(await screen.findByRole('dialog', { name: 'Attach existing files' }))
  expect((await dialog.findByTitle('plan.dwg')).closest('li')).toHaveTextContent('Type not allowed here')
  expect(dialog.queryByRole('checkbox', { name: 'Select plan.dwg' })).not.toBeInTheDocument()

  await user.click(dialog.getByRole('checkbox', { name: 'Select a.pdf' }))
  await user.click(dialog.getByRole('checkbox', { name: 'Select b.pdf' }))
  expect(dialog.getByText('There is room for 1 file')).toBeInTheDocument()
  await user.click(dialog.getByRole('button', { name: 'Attach 2 files' }))
  expect(server.ledger.count('addRelations')).toBe(0)

  await user.click(dialog.getByRole('checkbox', { name: 'Select b.pdf' }))
  await user.click(dialog.getByRole('button', { name: 'Attach 1 file' }))
  await waitFor(() => expect(names()).toContain('a.pdf'))
  expect(screen.queryByRole('button', { name: 'Attach existing files' })).not.toBeInTheDocument()
  expect(screen.getByText('Remove a file to add another one')).toBeInTheDocument()
})

it('says why undo failed, and lets it be tried again', async () => {
  const { server, user } = await open()
  act(() => row('meter.jpg').focus())
  await user.keyboard('{Delete}')
  const undo = await screen.findByRole('button', { name: 'Undo' })
  server.failNext('addRelations', { status: 403 })

  await user.click(undo)
  expect(await screen.findByText(/^Not added\. You don’t have the right/)).toBeInTheDocument()
  expect(server.filesOf(entity)).toHaveLength(3)
  await user.click(screen.getByRole('button', { name: 'Try again' }))

  await waitFor(() => expect(server.filesOf(entity)).toHaveLength(4))
  expect(screen.queryByRole('button', { name: 'Undo' })).not.toBeInTheDocument()
})

it('keeps only the rows in view in the page where there are many, also while some are found', async () => {
  const many = Array.from({ length: 230 }, (_, index) => ({ filename: `${index}.pdf` }))
  const { user } = await open(undefined, many)
  await choose('Sort', 'Name')
  await waitFor(() => expect(list().firstElementChild).toHaveAttribute('aria-setsize', '230'))
  expect(list().children.length).toBeLessThan(100)

  act(() => (list().firstElementChild as HTMLElement).focus())
  await user.keyboard('{End}')
  await waitFor(() => expect(row('229.pdf')).toHaveFocus())
  await user.keyboard('{Delete}')
  await waitFor(() => expect(list().lastElementChild).toHaveAttribute('aria-setsize', '229'))
  await waitFor(() => expect(row('228.pdf')).toHaveFocus())

  await user.type(screen.getByRole('searchbox'), '22')
  await waitFor(() => expect(names()).toContain('22.pdf'))
  expect(list()).toHaveAttribute('data-virtual')
})

it('speaks German', async () => {
  const { server, client } = createApp()
  server.relate(entity, [server.addFile({ filename: 'Vertrag.pdf' })])
  render(
    <FilesProvider client={client} messages={de}>
      <EntityFiles entity={entity} />
    </FilesProvider>,
  )
  await screen.findByTitle('Vertrag.pdf')
  act(() => row('Vertrag.pdf').focus())
  await userEvent.keyboard('{Delete}')
  expect(await screen.findByText('Vertrag.pdf entfernt')).toBeInTheDocument()
  expect(screen.getByText('Dateien ablegen oder wählen')).toBeInTheDocument()
  // The last row has gone, and the list with it.
  expect(screen.getByRole('button', { name: 'Dateien wählen' })).toHaveFocus()
})

it('takes a drop anywhere on it; the upload becomes one of its files', async () => {
  const { server, put } = await open()
  const dataTransfer = new DataTransfer()
  dataTransfer.items.add(aFile({ name: 'scan.pdf' }))
  fireEvent(row('offer.pdf'), new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer }))
  const sending = await put.next()
  expect(screen.getByRole('list', { name: 'Uploads' })).toHaveTextContent('scan.pdf')
  await act(async () => sending.finish())

  await waitFor(() => expect(server.filesOf(entity)).toHaveLength(5))
  await waitFor(() => expect(names()).toContain('scan.pdf'))
})

it('is a drop zone while there is nothing, and keeps the focus once there is', async () => {
  const { put, render } = createApp()
  render(<EntityFiles entity={entity} />)
  expect(await screen.findByText('Drop files or choose them')).toBeInTheDocument()
  expect(screen.queryByRole('searchbox')).not.toBeInTheDocument()
  act(() => screen.getByRole('button', { name: 'Choose files' }).focus())

  await userEvent.upload(screen.getByLabelText('Choose files'), aFile({ name: 'scan.pdf' }))
  await put.next()

  expect(screen.getByRole('button', { name: 'Add files' })).toHaveFocus()
})

it('keeps the focus where files are added while it finds that there are none', async () => {
  const { render } = createApp()
  render(<EntityFiles entity={entity} />)
  act(() => screen.getByRole('button', { name: 'Add files' }).focus())

  await screen.findByText('Drop files or choose them')

  await waitFor(() => expect(screen.getByRole('button', { name: 'Choose files' })).toHaveFocus())
})

it('says why the files could not be loaded, and loads them again', async () => {
  const { server, render } = createApp()
  server.relate(entity, [server.addFile({ filename: 'there.pdf' })])
  server.failNext('getRelationsV3', { status: 404 })
  render(<EntityFiles entity={entity} />)
  expect(await screen.findByText(/The files could not be loaded/)).toBeInTheDocument()

  await userEvent.click(screen.getByRole('button', { name: 'Try again' }))

  expect(await screen.findByTitle('there.pdf')).toBeInTheDocument()
  expect(screen.queryByText(/could not be loaded/)).not.toBeInTheDocument()
})

it('keeps the list and says of when it is, where loading again fails', async () => {
  const { server, queryClient } = await open()
  server.failNext('getRelationsV3', { status: 404 })
  await act(() => queryClient.invalidateQueries())

  expect(await screen.findByText(/^As of \d\d:\d\d\. Loading again failed$/)).toBeInTheDocument()
  expect(names()).toHaveLength(4)
  await userEvent.click(screen.getByRole('button', { name: 'Try again' }))
  await waitFor(() => expect(screen.queryByText(/Loading again failed/)).not.toBeInTheDocument())
})

it('can only be looked at where the schema says so, or the caller, who says why', async () => {
  const app = createApp()
  app.server.addSchema({ slug: entity.slug, attributes: [{ name: 'offer', readonly: true }] })
  const offer = { ...entity, attribute: 'offer' }
  app.server.relate(offer, [app.server.addFile({ filename: 'offer.pdf' })])
  const { rerender } = app.render(<EntityFiles entity={offer} />)
  expect(await screen.findByText('You can’t add files here')).toBeInTheDocument()
  expect(screen.queryByRole('button', { name: 'Add files' })).not.toBeInTheDocument()
  expect(screen.queryByRole('button', { name: 'Attach existing files' })).not.toBeInTheDocument()
  await userEvent.click(screen.getByRole('button', { name: 'More actions, offer.pdf' }))
  expect(screen.getAllByRole('menuitem').map((item) => item.textContent)).toEqual([
    'PreviewEnter',
    'Download',
  ])
  await userEvent.keyboard('{Escape}')
  act(() => row('offer.pdf').focus())
  await userEvent.keyboard('{Delete}')
  expect(names()).toEqual(['offer.pdf'])

  rerender(<EntityFiles entity={offer} readOnly="Set by the workflow “Grid connection”" />)
  expect(screen.getByText('Set by the workflow “Grid connection”')).toBeInTheDocument()
})

it('shows cards that the arrow keys walk as one sees them', async () => {
  const { user } = await open(<EntityFiles entity={entity} defaultView="grid" />)
  expect(screen.getByRole('button', { name: 'Grid' })).toHaveAttribute('aria-pressed', 'true')
  list().style.cssText = 'display: grid; grid-template-columns: repeat(3, 100px)'
  act(() => row('offer.pdf').focus())

  await user.keyboard('{ArrowRight}')
  expect(row('meter.jpg')).toHaveFocus()
  await user.keyboard('{ArrowLeft}{ArrowDown}')
  expect(row('contract 9.pdf')).toHaveFocus()
  await user.keyboard('{ArrowUp}{Shift>}{ArrowRight}{/Shift}')
  expect(screen.getByRole('group', { name: 'Selected files' })).toHaveTextContent('2 selected')

  await user.click(screen.getByRole('button', { name: 'List' }))
  expect(list()).toHaveAttribute('data-layout', 'table')
  expect(screen.getByRole('group', { name: 'Selected files' })).toHaveTextContent('2 selected')
})

it('lays out so many cards as have been scrolled to, however many there are', async () => {
  const many = Array.from({ length: 300 }, (_, index) => ({ filename: `${index}.pdf` }))
  const { user } = await open(<EntityFiles entity={entity} defaultView="grid" />, many)
  await choose('Sort', 'Name')
  await waitFor(() => expect(list().firstElementChild).toHaveAttribute('aria-setsize', '300'))
  const atFirst = list().children.length
  expect(atFirst).toBeLessThan(200)

  list().lastElementChild?.scrollIntoView()
  await waitFor(() => expect(list().children.length).toBeGreaterThan(atFirst))
  expect(list().children.length).toBeLessThan(300)

  act(() => row('0.pdf').focus())
  await user.keyboard('{End}')
  expect(row('299.pdf')).toHaveFocus()
  expect(row('299.pdf')).toHaveAttribute('aria-posinset', '300')
  await user.keyboard('{Delete}')
  await waitFor(() => expect(screen.queryByTitle('299.pdf')).not.toBeInTheDocument())
  await waitFor(() => expect(row('298.pdf')).toHaveFocus())
})

it('lays out what is on its way as cards, too, walked as one sees them', async () => {
  const { client, user } = await open(<EntityFiles entity={entity} defaultView="grid" />)
  await act(async () => {
    client.uploads.add(
      ['a.mov', 'b.mov', 'c.mov', 'd.mov'].map((name) => aFile({ name })),
      { scope: entityScope(entity), entity },
    )
  })
  const uploads = await screen.findByRole('list', { name: 'Uploads' })
  expect(uploads).toHaveAttribute('data-layout', 'grid')
  uploads.style.cssText = 'display: grid; grid-template-columns: repeat(3, 100px)'
  act(() => row('a.mov').focus())
  await user.keyboard('{ArrowRight}')
  expect(row('b.mov')).toHaveFocus()
  await user.keyboard('{ArrowLeft}{ArrowDown}')
  expect(row('d.mov')).toHaveFocus()
  await user.keyboard('{Tab}')
  expect(row('d.mov')).toContainElement(document.activeElement as HTMLElement)

  await user.click(screen.getByRole('button', { name: 'List' }))
  expect(screen.getByRole('list', { name: 'Uploads' })).toHaveAttribute('data-layout', 'table')
})

it('lays out so many cards of uploads as have been scrolled to, and keeps the focus as they become many', async () => {
  const { client, user } = await open(<EntityFiles entity={entity} defaultView="grid" />)
  const add = (from: number, to: number) =>
    act(async () => {
      const files = Array.from({ length: to - from }, (_, index) => aFile({ name: `${from + index}.mov` }))
      client.uploads.add(files, { scope: entityScope(entity), entity, autoStart: false })
    })
  await add(0, 90)
  act(() => row('7.mov').focus())
  await add(90, 300)
  expect(row('7.mov')).toHaveFocus()
  const uploads = screen.getByRole('list', { name: 'Uploads' })
  expect(uploads.children.length).toBeLessThan(200)
  expect(uploads).not.toHaveAttribute('data-virtual')
  expect(uploads.firstElementChild).toHaveAttribute('aria-setsize', '300')

  await user.keyboard('{End}')
  expect(row('299.mov')).toHaveFocus()
})

it('lays out more cards also after they were sorted anew', async () => {
  const many = Array.from({ length: 300 }, (_, index) => ({ filename: `${index}.pdf` }))
  await open(<EntityFiles entity={entity} defaultView="grid" />, many)
  await choose('Sort', 'Name')
  await waitFor(() => expect(list().firstElementChild).toHaveAttribute('aria-setsize', '300'))
  await choose('Sort', 'Z to A')
  await waitFor(() => expect(names()[0]).toBe('299.pdf'))
  const atFirst = list().children.length

  list().lastElementChild?.scrollIntoView()
  await waitFor(() => expect(list().children.length).toBeGreaterThan(atFirst))
})

it('deletes many at once, and asks for the list once', async () => {
  const { server, user } = await open()
  await user.click(screen.getByRole('checkbox', { name: 'Select offer.pdf' }))
  await user.click(screen.getByRole('checkbox', { name: 'Select meter.jpg' }))
  await user.click(screen.getByRole('checkbox', { name: 'Select Contract 10.pdf' }))
  server.failNext('deleteFile', { status: 403 })
  await user.click(screen.getByRole('button', { name: 'Delete, 3 files' }))
  await user.click(screen.getByRole('button', { name: 'Delete' }))

  expect(await screen.findByText('2 files deleted')).toBeInTheDocument()
  await waitFor(() => expect(names()).toEqual(['offer.pdf', 'contract 9.pdf']))
  expect(within(row('offer.pdf')).getByRole('alert')).toHaveTextContent('Not deleted')
  await waitFor(() => expect(server.ledger.count('getRelationsV3')).toBe(2))
})

it('begins anew for another entity: nothing that was meant for the last one reaches it', async () => {
  const other = anEntity()
  const { server, user, rerender, saved } = await open()
  server.relate(other, [saved[1]!, server.addFile({ filename: 'other.pdf' })])
  await user.click(screen.getByRole('checkbox', { name: 'Select meter.jpg' }))
  await user.type(screen.getByRole('searchbox'), 'meter')
  await user.click(screen.getByRole('button', { name: 'Labels, 1 file' }))
  await user.type(await screen.findByRole('combobox'), 'signed{Enter}{Enter}')
  await screen.findByRole('button', { name: 'Undo' })
  await user.click(screen.getByRole('button', { name: 'Grid' }))
  act(() => row('meter.jpg').focus())

  rerender(<EntityFiles entity={other} />)

  await waitFor(() => expect(names()).toEqual(['meter.jpg', 'other.pdf']))
  expect(screen.queryByRole('button', { name: 'Undo' })).not.toBeInTheDocument()
  expect(screen.queryByRole('group', { name: 'Selected files' })).not.toBeInTheDocument()
  expect(screen.getByRole('searchbox')).toHaveValue('')
  expect(screen.getByRole('button', { name: 'Grid' })).toHaveAttribute('aria-pressed', 'true')
  expect(screen.getByRole('region', { name: /^Files/ })).toHaveFocus()
})

it('takes off one file for each press of Delete, however long it is held', async () => {
  const { server } = await open()
  act(() => row('offer.pdf').focus())
  fireEvent.keyDown(row('offer.pdf'), { key: 'Delete' })
  await waitFor(() => expect(row('meter.jpg')).toHaveFocus())
  fireEvent.keyDown(row('meter.jpg'), { key: 'Delete', repeat: true })

  await waitFor(() => expect(server.filesOf(entity)).toHaveLength(3))
  expect(names()).toContain('meter.jpg')
})

it('says of a file what went wrong last', async () => {
  const { server, user } = await open()
  server.failNext('deleteRelation', { status: 403 })
  act(() => row('meter.jpg').focus())
  await user.keyboard('{Delete}')
  await waitFor(() => expect(within(row('meter.jpg')).getByRole('alert')).toHaveTextContent('Not removed'))
  const label = async () => {
    await user.click(screen.getByRole('button', { name: 'More actions, meter.jpg' }))
    await user.click(screen.getByRole('menuitem', { name: 'Edit labels' }))
    await user.type(await screen.findByRole('combobox'), 'signed{Enter}{Enter}')
  }
  server.failNext('updateRelation', { status: 403 })
  await label()

  await waitFor(() => expect(within(row('meter.jpg')).getByRole('alert')).toHaveTextContent('Not changed'))
  await label()
  await waitFor(() => expect(within(row('meter.jpg')).queryByRole('alert')).not.toBeInTheDocument())
})

it('adds a label by Enter without handing in the form around', async () => {
  const onSubmit = vi.fn((event: { preventDefault: () => void }) => event.preventDefault())
  const { user } = await open(
    <form onSubmit={onSubmit}>
      <EntityFiles entity={entity} />
    </form>,
  )
  await user.click(screen.getByRole('button', { name: 'More actions, meter.jpg' }))
  await user.click(screen.getByRole('menuitem', { name: 'Edit labels' }))
  await user.type(await screen.findByRole('combobox'), 'signed{Enter}')

  expect(screen.getByRole('button', { name: 'Remove label signed' })).toBeVisible()
  expect(onSubmit).not.toHaveBeenCalled()
  expect(document.querySelector('form form')).toBeNull()
  await user.keyboard('{Escape}')
  await user.type(screen.getByRole('searchbox'), 'meter{Enter}')
  expect(onSubmit).not.toHaveBeenCalled()
})

it('says nothing of filters where all files have left', async () => {
  const { user, server } = await open(undefined, some.slice(0, 1))
  await user.click(screen.getByRole('button', { name: 'Filter' }))
  await user.click(screen.getByRole('checkbox', { name: /PDF/ }))
  await user.keyboard('{Escape}')
  await user.click(screen.getByRole('button', { name: 'More actions, offer.pdf' }))
  await user.click(screen.getByRole('menuitem', { name: /Remove/ }))

  await waitFor(() => expect(server.filesOf(entity)).toEqual([]))
  expect(await screen.findByText('Drop files or choose them')).toBeInTheDocument()
  expect(screen.queryByText('0 of 0')).not.toBeInTheDocument()
})

it('says how many were found only once it has looked through all files', async () => {
  const many = Array.from({ length: 430 }, (_, index) => ({ filename: `${index}.pdf` }))
  const { user } = await open(undefined, many)
  const said: string[] = []
  const output = [...document.querySelectorAll('output.ef-hidden')]
  const observer = new MutationObserver(() => said.push(...output.map(({ textContent }) => textContent)))
  observer.observe(document.body, { subtree: true, childList: true, characterData: true })

  await user.type(screen.getByRole('searchbox'), '1')

  await waitFor(() => expect(said.filter(Boolean).at(-1)).toMatch(/^\d+ /))
  await waitFor(() => expect(screen.queryByRole('button', { name: 'Show more' })).not.toBeInTheDocument())
  observer.disconnect()
  expect([...new Set(said.filter((words) => /^\d+ /.test(words)))]).toHaveLength(1)
})

it('gives the focus to the list where the file that a dialog was about has left meanwhile', async () => {
  const { server, user, queryClient, saved } = await open()
  await user.click(screen.getByRole('button', { name: 'More actions, meter.jpg' }))
  await user.click(screen.getByRole('menuitem', { name: 'Edit labels' }))
  await screen.findByRole('combobox')
  server.world.relations.set(`${entity.slug}/${entity.id}`, [
    { entity_id: saved[0]!._id, attribute: '_files' },
  ])
  await act(() => queryClient.invalidateQueries())
  await waitFor(() => expect(names()).toEqual(['offer.pdf']))
  await user.keyboard('{Escape}')

  expect(screen.queryByRole('dialog')).not.toBeInTheDocument()
  expect(list()).toContainElement(document.activeElement as HTMLElement)
})

it('has no barrier that axe finds, nor has its popup and its dialogs', async () => {
  const { user, container } = await open()
  await user.click(screen.getByRole('checkbox', { name: 'Select meter.jpg' }))
  const check = async () =>
    expect(
      (await axe.run(container, { rules: { 'color-contrast': { enabled: false } } })).violations,
    ).toEqual([])
  await check()
  await user.click(screen.getByRole('button', { name: 'Sort' }))
  await check()
  await user.keyboard('{Escape}')
  await user.click(screen.getByRole('button', { name: 'Filter' }))
  await check()
  await user.keyboard('{Escape}')
  await user.click(screen.getByRole('button', { name: 'Attach existing files' }))
  await screen.findByRole('list', { name: 'Found files' })
  await check()
})
