import { act, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import axe from 'axe-core'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { EntityFiles } from '../../src/components/entity-files/entity-files.js'
import type { FileEntity } from '../../src/index.js'
import { en, FilesProvider } from '../../src/index.js'
import { anEntity, createManualClock } from '../../src/testing.js'
import { readZip } from '../support/read-zip.js'
import { createApp } from '../support/render-with-files.js'

const entity = anEntity()
/** What the browser was given to save, by its name. */
const saved = new Map<string, Blob>()

beforeEach(() => {
  saved.clear()
  const made = vi.spyOn(URL, 'createObjectURL').mock
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function save(this: HTMLAnchorElement) {
    const [blob] = made.calls[made.results.findIndex(({ value }) => value === this.href)] ?? []
    if (blob instanceof Blob) saved.set(this.download, blob)
  })
})

afterEach(() => void vi.restoreAllMocks())

async function open(files: readonly Partial<FileEntity>[], options = {}, messages = en) {
  const opened: string[] = []
  const clock = createManualClock()
  const app = createApp({ clock, openDownload: (url) => opened.push(url), ...options })
  app.server.relate(
    entity,
    files.map((file) => app.server.addFile(file)),
  )
  const view = app.render(
    <FilesProvider client={app.client} messages={messages}>
      <EntityFiles entity={entity} targetName="Opportunity #1043/2" />
    </FilesProvider>,
  )
  await userEvent.click((await screen.findAllByRole('checkbox'))[0]!)
  await userEvent.click(screen.getByRole('checkbox', { name: 'Select all' }))
  const download = () =>
    userEvent.click(
      screen.getByRole('button', { name: new RegExp(`^Download as zip, ${files.length} files`) }),
    )
  return { ...app, ...view, clock, opened, download }
}

it('downloads the chosen files as one archive, called as what they belong to', async () => {
  const { download, container } = await open([{ filename: 'plan.pdf' }, { filename: 'photo.jpg' }])

  await download()

  const bar = await screen.findByRole('group', { name: 'Opportunity #1043/2.zip' })
  await waitFor(() => expect(bar).toHaveTextContent('Downloaded'))
  const zip = saved.get('Opportunity #1043_2.zip')
  expect([...(await readZip(zip!)).keys()].toSorted()).toEqual(['photo.jpg', 'plan.pdf'])
  expect((await axe.run(container)).violations).toEqual([])
  await userEvent.click(screen.getByRole('button', { name: 'Dismiss, Opportunity #1043/2.zip' }))
  expect(bar).not.toBeInTheDocument()
  // Not on the page, which would be no place to go on from.
  expect(document.activeElement).not.toBe(document.body)
})

it('says how many are left out, and that the archive says why', async () => {
  const { download } = await open([
    { filename: 'plan.pdf' },
    { filename: 'elsewhere', custom_download_url: 'https://archive.example/1' },
  ])

  await download()

  await waitFor(() =>
    expect(screen.getByRole('group', { name: /\.zip$/ })).toHaveTextContent(
      '1 file left out, see _failed.txt',
    ),
  )
  const zip = await readZip([...saved.values()][0]!)
  expect(zip.get('_failed.txt')).toBe('elsewhere: https://archive.example/1\r\n')
})

it('lets epilot pack where there are more than 50, and shows how far it is', async () => {
  const files = Array.from({ length: 51 }, (_, index) => ({ filename: `${index}.pdf` }))
  const { download, server, clock, opened } = await open(files)

  await download()
  await waitFor(() => expect(server.ledger.count('createZipJob')).toBe(1))
  await act(() => clock.advance(2000))
  const bar = screen.getByRole('group', { name: /\.zip$/ })
  await waitFor(() => expect(bar).toHaveTextContent('26 of 51 files packed'))
  expect(screen.getByRole('progressbar', { name: /\.zip$/ })).toHaveAttribute('aria-valuetext', '50 percent')
  await act(() => clock.advance(2000))
  await act(() => clock.advance(2000))

  await waitFor(() => expect(bar).toHaveTextContent('Downloaded'))
  expect(opened).toHaveLength(1)
  expect(server.ledger.count('get')).toBe(0)
})

it('lets epilot pack what the browser cannot reach', async () => {
  const { download, server, clock, opened } = await open([{ filename: 'a.pdf' }, { filename: 'b.pdf' }])
  server.failBy((operation) => (operation === 'get' ? 'cors' : undefined))

  await download()
  await waitFor(async () => {
    await act(() => clock.advance(2000))
    expect(opened).toHaveLength(1)
  })

  expect(server.ledger.count('createZipJob')).toBe(1)
  expect(saved.size).toBe(0)
})

it('says why nothing came, and tries again', async () => {
  const { download, server } = await open([{ filename: 'a.pdf' }, { filename: 'b.pdf' }])
  server.failNext('downloadFile', { status: 403 }, 2)

  await download()
  const bar = await screen.findByRole('group', { name: /\.zip$/ })
  expect(await within(bar).findByRole('alert')).toHaveTextContent(
    'Not downloaded. You don’t have the right to do this. Ask an administrator',
  )
  await userEvent.click(screen.getByRole('button', { name: 'Try again' }))

  await waitFor(() => expect(saved.size).toBe(1))
})

it('tries again what has failed, whatever was chosen meanwhile', async () => {
  const { download, server, clock } = await open([
    { filename: 'a.pdf' },
    { filename: 'b.pdf' },
    { filename: 'c.pdf' },
  ])
  server.failNext('downloadFile', 'hang', 3)
  await download()
  await waitFor(() => expect(server.ledger.count('downloadFile')).toBe(3))

  await userEvent.click(screen.getByRole('checkbox', { name: 'Select c.pdf' }))
  await userEvent.click(screen.getByRole('button', { name: /^Download as zip, 2 files/ }))
  server.failNext('downloadFile', { status: 403 }, 3)
  await waitFor(async () => {
    await act(() => clock.advance(10_000))
    expect(screen.getByRole('group', { name: /\.zip$/ })).toHaveTextContent('Not downloaded')
  })
  await userEvent.click(screen.getByRole('button', { name: 'Try again' }))

  await waitFor(() => expect(saved.size).toBe(1))
  const zip = await readZip([...saved.values()][0]!)
  expect([...zip.keys()].toSorted()).toEqual(['a.pdf', 'b.pdf', 'c.pdf'])
})

it('leaves all but its own bar alone while bytes come', async () => {
  const selected = vi.fn(en.selected)
  const { download } = await open([{ filename: 'a.pdf' }, { filename: 'b.pdf' }], {}, { ...en, selected })
  selected.mockClear()

  await download()
  await waitFor(() => expect(saved.size).toBe(1))

  expect(await screen.findByRole('group', { name: /\.zip$/ })).toHaveTextContent('Downloaded')
  expect(selected).not.toHaveBeenCalled()
})

it('stops at a click, and saves nothing', async () => {
  const { download, server, clock } = await open([{ filename: 'a.pdf' }, { filename: 'b.pdf' }])
  server.failNext('get', 'hang', 2)
  await download()
  await waitFor(() => expect(server.ledger.count('get')).toBe(2))
  const said = screen.getAllByRole('status').map(({ textContent }) => textContent)
  expect(said).toContain('Opportunity #1043/2.zip: 0 of 2 files packed')

  await userEvent.click(screen.getByRole('button', { name: /^Cancel, .*\.zip$/ }))

  expect(screen.queryByRole('group', { name: /\.zip$/ })).not.toBeInTheDocument()
  await act(() => clock.advance(60_000))
  expect(saved.size).toBe(0)
  expect(server.ledger.count('downloadFile')).toBe(2)
})

it('goes on when the page that shows it leaves', async () => {
  const { download, server, unmount, clock } = await open([{ filename: 'a.pdf' }, { filename: 'b.pdf' }])
  server.failNext('get', { status: 503 }, 2)
  await download()
  await waitFor(() => expect(server.ledger.count('get')).toBe(2))
  unmount()

  await vi.waitFor(async () => {
    await clock.advance(1000)
    expect(saved.size).toBe(1)
  })
})

it('packs nothing more once everything is forgotten: whoever comes next gets no file of the last one', async () => {
  const { download, server, client } = await open([{ filename: 'a.pdf' }, { filename: 'b.pdf' }])
  server.failNext('get', 'hang', 2)
  await download()
  await waitFor(() => expect(server.ledger.count('get')).toBe(2))

  await act(() => client.forget())

  expect(screen.queryByRole('group', { name: /\.zip$/ })).not.toBeInTheDocument()
  server.reset()
  expect(saved.size).toBe(0)
})

it('lets epilot pack files of which nobody knows how large they are', async () => {
  const { download, server, clock, opened } = await open([
    { filename: 'a.pdf', size_bytes: 0 },
    { filename: 'b.pdf' },
  ])

  await download()
  await waitFor(async () => {
    await act(() => clock.advance(2000))
    expect(opened).toHaveLength(1)
  })

  expect(server.ledger.count('get')).toBe(0)
})
