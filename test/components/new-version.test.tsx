import { act, render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import axe from 'axe-core'
import { expect, it } from 'vitest'
import { EntityFiles } from '../../src/components/entity-files/entity-files.js'
import { de, FilesProvider } from '../../src/index.js'
import type { FileEntity } from '../../src/index.js'
import { aFile, anEntity, createManualClock } from '../../src/testing.js'
import { drag } from '../support/give-files.js'
import { createApp } from '../support/render-with-files.js'

const entity = anEntity()
const pdf = (name: string, sizeBytes = 20) => aFile({ name, sizeBytes })

it('makes a file the next version of the row it rests on, and of no other', async () => {
  const { server, put, clock, row } = await open([{ filename: 'plan.pdf' }, { filename: 'offer.pdf' }])
  drag('dragenter', row('plan.pdf'), pdf('a.pdf'))
  drag('dragover', row('plan.pdf'), pdf('a.pdf'))
  await pass(clock, 599)
  expect(screen.getByText('Drop to attach 1 file')).toBeInTheDocument()
  expect(row('plan.pdf')).not.toHaveAttribute('data-drag')

  await pass(clock, 1)
  expect(row('plan.pdf')).toHaveAttribute('data-drag', 'accept')
  expect(within(row('plan.pdf')).getByText('Drop to add version 2')).toBeInTheDocument()
  expect(screen.queryByText('Drop to attach 1 file')).not.toBeInTheDocument()
  drag('drop', row('plan.pdf'), pdf('a.pdf'))

  const sending = await put.next()
  expect(row('plan.pdf')).not.toHaveAttribute('data-drag')
  expect(await within(row('a.pdf')).findByText('v2')).toBeInTheDocument()
  expect(screen.getByText('New version of plan.pdf')).toBeInTheDocument()
  sending.finish()

  await waitFor(() => expect(screen.queryByTitle('a.pdf')).not.toBeInTheDocument())
  expect(within(row('plan.pdf')).getByText('v2')).toBeInTheDocument()
  expect(screen.getByText('Version 2 of plan.pdf was added.')).toBeInTheDocument()
  expect(server.filesOf(entity)).toMatchObject([{ versions: { length: 2 } }, { versions: { length: 1 } }])
})

it('attaches what is dropped before it has rested, or beside where it did', async () => {
  const { server, put, clock, row } = await open([{ filename: 'plan.pdf' }, { filename: 'offer.pdf' }])
  drag('dragenter', row('plan.pdf'), pdf('a.pdf'))
  drag('dragover', row('plan.pdf'), pdf('a.pdf'))
  await pass(clock, 500)
  drag('drop', row('plan.pdf'), pdf('a.pdf'))
  ;(await put.next()).finish()
  await waitFor(() => expect(server.filesOf(entity)).toHaveLength(3))

  drag('dragenter', row('plan.pdf'), pdf('b.pdf'))
  drag('dragover', row('plan.pdf'), pdf('b.pdf'))
  await pass(clock, 700)
  drag('dragover', row('offer.pdf'), pdf('b.pdf'))
  expect(row('plan.pdf')).not.toHaveAttribute('data-drag')
  drag('drop', row('offer.pdf'), pdf('b.pdf'))
  ;(await put.next()).finish()
  await pass(clock, 5000)
  await waitFor(() => expect(server.filesOf(entity)).toHaveLength(4))
})

it('forgets the row once the drag is over', async () => {
  const { server, put, clock, row } = await open([{ filename: 'plan.pdf' }])
  drag('dragenter', row('plan.pdf'), pdf('a.pdf'))
  drag('dragover', row('plan.pdf'), pdf('a.pdf'))
  await pass(clock, 700)
  drag('dragleave', row('plan.pdf'), pdf('a.pdf'))
  await waitFor(() => expect(row('plan.pdf')).not.toHaveAttribute('data-drag'))

  drag('dragenter', row('plan.pdf'), pdf('a.pdf'))
  drag('drop', row('plan.pdf'), pdf('a.pdf'))
  ;(await put.next()).finish()
  await waitFor(() => expect(server.filesOf(entity)).toHaveLength(2))
})

it.each([
  ['several files', {}, [pdf('a.pdf'), pdf('b.pdf')], {}],
  ['a list that may only be read', { readOnly: true }, [pdf('a.pdf')], {}],
  ['an external file', {}, [pdf('a.pdf')], { custom_download_url: 'https://archive.example/1' }],
])('makes no target of a row for %s', async (_, props, files, more) => {
  const { clock, row } = await open([{ filename: 'plan.pdf', ...more }], props)
  drag('dragenter', row('plan.pdf'), ...files)
  drag('dragover', row('plan.pdf'), ...files)

  await pass(clock, 2000)

  expect(row('plan.pdf')).not.toHaveAttribute('data-drag')
})

it('says before the drop what the type alone tells, and after it why it was refused', async () => {
  const { server, clock, row } = await open([{ filename: 'plan.pdf' }])
  const photo = aFile({ name: 'a.jpg', type: 'image/jpeg' })
  drag('dragenter', row('plan.pdf'), photo)
  drag('dragover', row('plan.pdf'), photo)
  await pass(clock, 600)

  expect(row('plan.pdf')).toHaveAttribute('data-drag', 'reject')
  expect(within(row('plan.pdf')).getByText('Only a PDF can be version 2')).toBeInTheDocument()
  drag('drop', row('plan.pdf'), photo)
  expect(await screen.findByText(/a\.jpg.*: Only a PDF can be version 2/)).toBeInTheDocument()
  expect(server.ledger.count('uploadFileV2')).toBe(0)
})

it('chooses a new version from the menu, without a mouse, and gives the focus back', async () => {
  const { server, put, user } = await open([{ filename: 'plan.pdf' }], { defaultView: 'grid' })
  const more = screen.getByRole('button', { name: 'More actions, plan.pdf' })
  act(() => more.focus())
  const picker = nextPicker(pdf('plan.pdf'))

  await user.keyboard('{Enter}u')
  expect(screen.getByRole('menuitem', { name: 'Upload a new version' })).toHaveFocus()
  await user.keyboard('{Enter}')

  expect(await picker).toBe('.pdf')
  const sending = await put.next()
  expect(screen.queryByText('New version of plan.pdf')).not.toBeInTheDocument()
  sending.finish()
  await waitFor(() => expect(server.files()[0]?.versions).toHaveLength(2))
  expect(more).toHaveFocus()
})

it('offers no new version where nothing can be added, and none of an external file', async () => {
  const link = { filename: 'old.pdf', custom_download_url: 'https://archive.example/1' }
  const { user } = await open([{ filename: 'plan.pdf' }, link])
  await user.click(screen.getByRole('button', { name: 'More actions, old.pdf' }))

  expect(screen.queryByRole('menuitem', { name: 'Upload a new version' })).not.toBeInTheDocument()
})

it('takes a version where the list is full, and does not count it', async () => {
  const { put, user, server, clock } = await open([{ filename: 'plan.pdf' }], { rules: { maxCount: 2 } })
  const choose = async () => {
    const picker = nextPicker(pdf('plan.pdf'))
    await user.click(screen.getByRole('button', { name: 'More actions, plan.pdf' }))
    await user.click(screen.getByRole('menuitem', { name: 'Upload a new version' }))
    await picker
  }
  await choose()
  const version = await put.next()
  const input = document.querySelector<HTMLInputElement>('input[type=file]')
  if (input) await user.upload(input, pdf('other.pdf'))
  const other = await put.next()
  expect(screen.getByText('2 of 2 files added')).toBeInTheDocument()
  version.finish()
  other.finish()
  await pass(clock, 5000)
  await waitFor(() => expect(server.filesOf(entity)).toHaveLength(2))

  await choose()
  ;(await put.next()).finish()

  await waitFor(() => expect(server.files()[0]?.versions).toHaveLength(3))
})

it('asks for the version again where one was refused, not for another file', async () => {
  const { user } = await open([{ filename: 'plan.pdf' }])
  const wrong = nextPicker(aFile({ name: 'a.jpg', type: 'image/jpeg' }))
  await user.click(screen.getByRole('button', { name: 'More actions, plan.pdf' }))
  await user.click(screen.getByRole('menuitem', { name: 'Upload a new version' }))
  await wrong

  const right = nextPicker(pdf('b.pdf'))
  await user.click(await screen.findByRole('button', { name: /Choose others/ }))

  expect(await right).toBe('.pdf')
  expect(await screen.findByText('New version of plan.pdf')).toBeInTheDocument()
})

it('adds a version that was held back as a version when a person says "add anyway"', async () => {
  const validate = () => ({ message: 'Is it signed?', mayAdd: true })
  const { user, put, server } = await open([{ filename: 'plan.pdf' }], { rules: { validate } })
  const picker = nextPicker(pdf('plan.pdf'))
  await user.click(screen.getByRole('button', { name: 'More actions, plan.pdf' }))
  await user.click(screen.getByRole('menuitem', { name: 'Upload a new version' }))
  await picker

  await user.click(await screen.findByRole('button', { name: /Add anyway/ }))

  ;(await put.next()).finish()
  await waitFor(() => expect(server.files()[0]?.versions).toHaveLength(2))
  expect(server.files()).toHaveLength(1)
})

it('says in its row why a version was refused', async () => {
  const { user, put, server } = await open([{ filename: 'plan.pdf' }])
  server.failNext('saveFileV2', { status: 403 })
  const picker = nextPicker(pdf('plan.pdf'))
  await user.click(screen.getByRole('button', { name: 'More actions, plan.pdf' }))
  await user.click(screen.getByRole('menuitem', { name: 'Upload a new version' }))
  await picker

  ;(await put.next()).finish()

  const why = 'Uploaded, but not saved. You don’t have the right to do this. Ask an administrator'
  expect(await screen.findByText(why)).toBeInTheDocument()
  expect(server.files()[0]?.versions).toHaveLength(1)
})

it('keeps the row of a version that was canceled too late, and says so', async () => {
  const { user, put, server, client } = await open([{ filename: 'plan.pdf' }])
  server.failNext('saveFileV2', 'lost-answer')
  const picker = nextPicker(pdf('plan.pdf'))
  await user.click(screen.getByRole('button', { name: 'More actions, plan.pdf' }))
  await user.click(screen.getByRole('menuitem', { name: 'Upload a new version' }))
  await picker
  const [upload] = client.uploads.all()
  upload?.state.subscribe((state) => {
    if ('checkpoint' in state && state.checkpoint.reached === 'save-sent') upload.cancel()
  })

  ;(await put.next()).finish()

  const words = 'Too late to cancel: the new version was saved already'
  const said = await screen.findByText(words)
  await waitFor(() => expect(screen.getAllByText('v2')).toHaveLength(2))
  expect(said).toBeInTheDocument()
  expect(server.files()[0]?.versions).toHaveLength(2)
  expect(server.ledger.count('deleteFile')).toBe(0)
})

it('is clean to axe while a version is dragged, and while it is on its way', async () => {
  const { clock, put, row, container } = await open([{ filename: 'plan.pdf' }])
  // Colours are looked at in the stories, where they have come to rest.
  const check = async () =>
    expect(
      (await axe.run(container, { rules: { 'color-contrast': { enabled: false } } })).violations,
    ).toEqual([])
  drag('dragenter', row('plan.pdf'), pdf('a.pdf'))
  drag('dragover', row('plan.pdf'), pdf('a.pdf'))
  await pass(clock, 600)
  await check()

  drag('drop', row('plan.pdf'), pdf('a.pdf'))
  await put.next()
  await check()
})

it('speaks German', async () => {
  const app = createApp({ clock: createManualClock() })
  app.server.relate(entity, [app.server.addFile({ filename: 'plan.pdf' })])
  render(
    <FilesProvider client={app.client} messages={de}>
      <EntityFiles entity={entity} />
    </FilesProvider>,
  )
  const row = (await screen.findByTitle('plan.pdf')).closest('li') as HTMLElement
  const photo = aFile({ name: 'a.jpg', type: 'image/jpeg' })
  drag('dragenter', row, photo)
  drag('dragover', row, photo)
  await pass(app.client.clock as ReturnType<typeof createManualClock>, 600)

  expect(screen.getByText('Nur PDF kann Version 2 werden')).toBeInTheDocument()
})

async function open(
  files: readonly Partial<FileEntity>[],
  props: Partial<Parameters<typeof EntityFiles>[0]> = {},
) {
  const clock = createManualClock()
  const app = createApp({ retry: () => null, clock })
  app.server.relate(
    entity,
    files.map((file) => app.server.addFile(file)),
  )
  const user = userEvent.setup({ applyAccept: false })
  const view = app.render(<EntityFiles entity={entity} {...props} />)
  await screen.findByRole('list', { name: 'Files' })
  return { ...app, ...view, user, clock, row }
}

function row(name: string): HTMLElement {
  return screen.getByTitle(name).closest('li') as HTMLElement
}

function pass(clock: ReturnType<typeof createManualClock>, ms: number) {
  return act(() => clock.advance(ms))
}

/** Chooses a file in the picker that is opened next. Resolves with what that offers first. */
function nextPicker(file: File): Promise<string> {
  return new Promise((resolve) => {
    const ended = new AbortController()
    const choose = (event: Event) => {
      const input = event.target
      if (!(input instanceof HTMLInputElement) || input.type !== 'file') return
      ended.abort()
      event.preventDefault()
      const chosen = new DataTransfer()
      chosen.items.add(file)
      input.files = chosen.files
      act(() => void input.dispatchEvent(new Event('change', { bubbles: true })))
      resolve(input.accept)
    }
    document.addEventListener('click', choose, { capture: true, signal: ended.signal })
  })
}
