import { act, render as renderAlone, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, it } from 'vitest'
import type { FileClientOptions, RestoredUploadsProps } from '../../src/index.js'
import { createFileClient, de, FilesProvider, RestoredUploads } from '../../src/index.js'
import { aFile, createFileServer, createManualClock, createMemoryJournal } from '../../src/testing.js'
import { plain } from '../../stories/support/plain.js'
import type { Interruption } from '../support/interrupt-uploads.js'
import { interruptUploads } from '../support/interrupt-uploads.js'

const opportunity = { slug: 'opportunity', id: '3f6b2a04-7c1e-4a52-a9d8-51c0e2f61043' }
const order = { slug: 'sales_order', id: '88-2210' }
const cabinet = aFile({ name: 'Zählerschrank_offen.HEIC', type: 'image/heic', sizeBytes: 3_000_000 })
const contract = aFile({ name: 'Netzanschlussvertrag.pdf', sizeBytes: 11_600_000 })
const plans = aFile({ name: 'Bestandsunterlagen.zip', type: 'application/zip', sizeBytes: 88_000_000 })
const video = aFile({ name: 'Begehung_Heizraum.mp4', type: 'video/mp4', sizeBytes: 212_000_000 })

const four: readonly Interruption[] = [
  { file: cabinet, left: 'at-s3', entity: opportunity },
  { file: contract, left: 'kept', entity: opportunity },
  { file: plans, left: 'file-needed', entity: order },
  { file: video, left: 'file-needed', entity: order },
]

it('renders nothing where nothing was interrupted', async () => {
  const { container, client } = await afterReload([])
  await act(() => client.restore())
  expect(container.querySelector('.ef-restored')).toBeNull()
})

it('shows by entity what was interrupted, when, and until when it is kept', async () => {
  await afterReload(four)
  const panel = await screen.findByRole('region', { name: '4 uploads were interrupted' })
  expect(within(panel).getByRole('group').textContent).toMatch(
    /^4 uploads were interruptedMar 23, 2026, \d\d:471 goes on by itselfDiscard allContinue all$/,
  )
  const lists = within(panel).getAllByRole('list')
  expect(lists.map((list) => within(list).getAllByRole('listitem').length)).toEqual([2, 2])
  expect(lists[0]).toHaveAccessibleName('Opportunity 3f6b2a04')
  expect(lists[1]).toHaveAccessibleName('Sales order 88-2210')
  expect(rowOf(cabinet)).toHaveTextContent('Saving, nothing is sent again')
  expect(rowOf(contract)).toHaveTextContent('Kept on this device')
  expect(rowOf(plans)).toHaveTextContent('Needs the same file again')
  expect(panel).toHaveTextContent('Kept on this device until Mar 30, 2026')
})

it('says in German what was interrupted, and when that was today', async () => {
  await afterReload(four, { messages: de, isToday: true })
  const panel = await screen.findByRole('region', { name: '4 Uploads wurden unterbrochen' })
  expect(panel.textContent).toMatch(/Heute, \d\d:\d\d/)
  expect(panel).toHaveTextContent('1 geht von selbst weiter')
  expect(screen.getByRole('button', { name: 'Beide Dateien wählen' })).toBeVisible()
})

it('takes the titles of the app', async () => {
  await afterReload(four, {
    titleOf: (entity) => (entity?.slug === 'sales_order' ? 'Order 88-2210, Wallbox' : null),
  })
  expect(await screen.findByRole('list', { name: 'Order 88-2210, Wallbox' })).toBeVisible()
  expect(screen.getByRole('list', { name: 'Opportunity 3f6b2a04' })).toBeVisible()
})

it('speaks once, in whole sentences', async () => {
  const { clock, unmount, renderAgain } = await afterReload(four)
  const status = await screen.findByRole('status')
  expect(status).toBeEmptyDOMElement()
  await act(() => clock.advance(750))
  expect(status.textContent).toMatch(/^4 uploads were interrupted\. 1 goes on by itself\.$/)
  unmount()
  renderAgain()
  await act(() => clock.advance(750))
  expect(screen.getByRole('status')).toBeEmptyDOMElement()
})

it('continues all at one click; what is sent stays until it is done, and the focus stays near', async () => {
  const { server } = await afterReload([
    { file: contract, left: 'kept' },
    { file: aFile({ name: 'second.pdf' }), left: 'kept' },
    { file: plans, left: 'file-needed' },
  ])
  await userEvent.click(await screen.findByRole('button', { name: 'Continue all' }))
  expect(screen.queryByRole('button', { name: 'Continue all' })).not.toBeInTheDocument()
  await waitFor(() => expect(screen.getByRole('group')).toHaveFocus())
  await waitFor(() => expect(server.files()).toHaveLength(2))
  await waitFor(() => expect(screen.getAllByRole('listitem')).toHaveLength(1))
  expect(screen.getByRole('region')).toHaveAccessibleName('1 upload was interrupted')
})

it('discards all with one click and brings all back with another, and the focus goes along', async () => {
  const { client, clock } = await afterReload(four)
  await userEvent.click(await screen.findByRole('button', { name: 'Discard all' }))
  expect(screen.queryByRole('region')).not.toBeInTheDocument()
  const undo = screen.getByRole('button', { name: 'Undo' })
  await waitFor(() => expect(undo).toHaveFocus())
  await waitFor(() => expect(screen.getByText('4 interrupted uploads discarded')).toBeVisible())
  expect(screen.getByRole('status')).toHaveTextContent('4 interrupted uploads discarded. Undo is available.')

  await userEvent.click(undo)
  expect(screen.getAllByRole('listitem')).toHaveLength(4)
  await waitFor(() => expect(screen.getByRole('button', { name: 'Discard all' })).toHaveFocus())
  await act(() => clock.advance(9000))
  expect(client.uploads.all()).toHaveLength(4)
})

it('forgets what was discarded after some seconds, and renders nothing then', async () => {
  const { client, clock, container, journal } = await afterReload(four.slice(1))
  await userEvent.click(await screen.findByRole('button', { name: 'Discard all' }))
  await act(() => clock.advance(8000))
  expect(container.querySelector('.ef-restored')).toBeNull()
  expect(client.uploads.all()).toEqual([])
  await waitFor(() => expect(journal.entries()).toEqual([]))
})

it('gives the focus to what the app says when nothing is left', async () => {
  const { container, focusTarget } = await afterReload(four.slice(1))
  await userEvent.click(await screen.findByRole('button', { name: 'Discard all' }))
  await waitFor(() => expect(screen.getByRole('button', { name: 'Undo' })).toHaveFocus())
  await userEvent.click(screen.getByRole('button', { name: 'Dismiss' }))
  expect(container.querySelector('.ef-restored')).toBeNull()
  await waitFor(() => expect(focusTarget()).toHaveFocus())
})

it('discards one row, brings it back, and gives it the focus', async () => {
  await afterReload(four)
  await userEvent.click(await screen.findByRole('button', { name: 'Discard, Bestandsunterlagen.zip' }))
  expect(screen.getAllByRole('listitem')).toHaveLength(3)
  await waitFor(() =>
    expect(screen.getByRole('button', { name: 'Discard, Begehung_Heizraum.mp4' })).toHaveFocus(),
  )
  expect(screen.getByRole('region')).toHaveAccessibleName('3 uploads were interrupted')

  await userEvent.click(screen.getByRole('button', { name: 'Undo' }))
  expect(screen.getAllByRole('listitem')).toHaveLength(4)
  await waitFor(() => expect(rowOf(plans)).toHaveFocus())
})

it('takes all files again at once, tells which one is another, and which belong to none', async () => {
  const { server, clock } = await afterReload(four.slice(1))
  const choose = await screen.findByRole('button', { name: 'Choose both files' })
  await userEvent.click(choose)
  const otherVideo = aFile({ name: video.name, type: video.type, sizeBytes: 209_000_000 })
  await pick([plans, otherVideo, aFile({ name: 'stranger.pdf' })])

  expect(plain(rowOf(video).textContent)).toContain('That is another file: 209 MB instead of 212 MB')
  expect(screen.getByText('1 chosen file belongs to none of these uploads')).toBeVisible()
  expect(screen.getByRole('status')).toHaveTextContent('1 chosen file belongs to none of these uploads.')
  await attached(1)

  await userEvent.click(screen.getByRole('button', { name: /^Choose, Begehung/ }))
  await pick([otherVideo])
  await userEvent.click(screen.getByRole('button', { name: /^Choose, Begehung/ }))
  await pick([video])
  await attached(2)

  async function attached(count: number) {
    await waitFor(async () => {
      await act(() => clock.advance(1000))
      expect(server.filesOf(order)).toHaveLength(count)
    })
  }
})

it('shows a single one as its row alone, and stays with it', async () => {
  await afterReload([{ file: video, left: 'kept', entity: order }], {
    putBlob: () => new Promise(() => {}),
    isToday: true,
  })
  const row = await screen.findByRole('listitem')
  expect(screen.getByRole('region')).toHaveAccessibleName('Interrupted upload')
  expect(plain(row.textContent)).toMatch(/Interrupted today, \d\d:\d\d212 MB, kept on this device/)
  expect(screen.queryByRole('button', { name: 'Discard all' })).not.toBeInTheDocument()

  await userEvent.click(screen.getByRole('button', { name: 'Continue, Begehung_Heizraum.mp4' }))
  await waitFor(() => expect(row).toHaveAttribute('data-status', 'uploading'))
  await userEvent.click(screen.getByRole('button', { name: 'Cancel, Begehung_Heizraum.mp4' }))
  await waitFor(() => expect(screen.getByRole('button', { name: 'Undo' })).toHaveFocus())
  await userEvent.keyboard('{Enter}')
  await waitFor(() => expect(screen.getByRole('listitem')).toHaveFocus())
  await waitFor(() => expect(screen.getByRole('listitem')).toHaveAttribute('data-status', 'uploading'))
})

it('lets a person keep a file that is saved and attached to nothing, where its entity refuses it after a reload', async () => {
  const { server, focusTarget } = await afterReload([{ file: cabinet, left: 'at-s3', entity: opportunity }], {
    isRefused: true,
  })
  const keep = await screen.findByRole('button', { name: `Keep unattached, ${cabinet.name}` })
  expect(screen.getByRole('button', { name: `Try again, ${cabinet.name}` })).toBeVisible()
  expect(screen.queryByRole('button', { name: /^Choose another/ })).not.toBeInTheDocument()

  await userEvent.click(keep)

  await waitFor(() => expect(screen.queryByRole('region')).not.toBeInTheDocument())
  await waitFor(() => expect(focusTarget()).toHaveFocus())
  expect(server.files()).toHaveLength(1)
  expect(server.ledger.count('addRelations')).toBe(1)
})

it('attaches a file to what the app lets a person choose, where its entity refuses it after a reload', async () => {
  const { server, clock } = await afterReload(
    [
      { file: cabinet, left: 'at-s3', entity: opportunity },
      { file: video, left: 'kept', entity: opportunity },
    ],
    { isRefused: true, onChooseAnother: (upload) => void upload.attachTo(order) },
  )
  await waitFor(() => expect(server.files()).toHaveLength(1))
  // Those that are saved a moment later would go along.
  await act(() => clock.advance(1000))
  const other = await screen.findByRole('button', { name: `Choose another, ${cabinet.name}` })
  expect(screen.queryByRole('button', { name: `Try again, ${cabinet.name}` })).not.toBeInTheDocument()

  await userEvent.click(other)
  await act(() => clock.advance(1000))

  await waitFor(() => expect(server.filesOf(order)).toMatchObject([{ filename: cabinet.name }]))
  await waitFor(() => expect(screen.getAllByRole('listitem')).toHaveLength(1))
  expect(server.filesOf(opportunity)).toEqual([])
})

interface Options
  extends FileClientOptions, Pick<RestoredUploadsProps, 'titleOf' | 'scope' | 'onChooseAnother'> {
  readonly messages?: typeof de
  /** The journal's time is that of the page. */
  readonly isToday?: boolean
  /** The entity does not take the first file; what S3 had is saved. */
  readonly isRefused?: boolean
}

/** An app whose last page was closed too soon. */
async function afterReload(
  interruptions: readonly Interruption[],
  { messages, isToday, isRefused = false, titleOf, scope, onChooseAnother, ...options }: Options = {},
) {
  const journal = createMemoryJournal()
  if (isToday) journal.skip(Date.now() - Date.parse('2026-03-23T12:47:00Z'))
  const server = createFileServer()
  const clock = createManualClock()
  await interruptUploads(interruptions, { journal, server })
  if (isRefused) server.failNext('addRelations', { status: 403 })
  else if (interruptions.some(({ left }) => left === 'at-s3')) server.failNext('saveFileV2', 'hang', Infinity)
  const client = createFileClient({
    getToken: () => 'token',
    owner: () => 'me',
    fetch: server.fetch,
    putBlob: server.putBlob,
    clock,
    journal: { storage: journal.openTab() },
    ...options,
  })
  const main = { current: null as HTMLElement | null }
  const app = (
    <FilesProvider client={client} {...(messages && { messages })}>
      <RestoredUploads {...{ titleOf, scope, onChooseAnother }} focusFallback={main} />
      <main ref={(element) => void (main.current = element)} tabIndex={-1} hidden={false} />
    </FilesProvider>
  )
  const { unmount, container } = renderAlone(app)
  return {
    journal,
    server,
    clock,
    client,
    unmount,
    container,
    renderAgain: () => renderAlone(app),
    focusTarget: () => main.current,
  }
}

function rowOf({ name }: File): HTMLElement {
  const row = screen.getAllByRole('listitem').find((item) => item.textContent?.includes(name.slice(-9)))
  if (!row) throw new Error(`There is no row of ${name}.`)
  return row
}

/** Chooses files in the browser's dialog that was opened last. */
async function pick(files: readonly File[]): Promise<void> {
  const input = document.querySelector<HTMLInputElement>('body > input[type=file]')
  if (!input) throw new Error('No picker is open.')
  await userEvent.upload(input, [...files])
}
