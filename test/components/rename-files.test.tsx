import { act, fireEvent, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import axe from 'axe-core'
import { expect, it, vi } from 'vitest'
import type { FileEntity } from '../../src/index.js'
import { EntityFiles } from '../../src/index.js'
import { anEntity } from '../../src/testing.js'
import { createApp } from '../support/render-with-files.js'

const entity = anEntity()
const list = () => screen.getByRole('list', { name: 'Files' })
const row = (name: string) => screen.getByTitle(name).closest('li') as HTMLElement
const field = () => screen.getByRole<HTMLInputElement>('textbox', { name: /^Rename/ })

/** The component on an entity with an offer and a plan. */
async function open(ui = <EntityFiles entity={entity} />, seed: Partial<FileEntity> = {}) {
  const app = createApp({ retry: () => null })
  const offer = app.server.addFile({ filename: 'offer.pdf', _created_at: '2026-03-12T10:00:00Z', ...seed })
  const plan = app.server.addFile({ filename: 'plan.jpg', _created_at: '2026-03-11T10:00:00Z' })
  app.server.relate(entity, [offer, plan])
  const user = userEvent.setup()
  const view = app.render(ui)
  await screen.findByRole('list', { name: 'Files' })
  const { filename } = offer
  return {
    ...app,
    ...view,
    user,
    nameOnServer: () => app.server.world.files.get(offer._id)?.filename,
    saves: () => app.server.ledger.count('saveFileV2'),
    /** Opens the field by its key, on the row. */
    begin: async () => {
      act(() => row(filename).focus())
      await user.keyboard('{F2}')
    },
  }
}

it('renames by F2 and Enter, keeps the extension, and gives the focus back to the row', async () => {
  const { user, begin, nameOnServer } = await open()
  const { height } = row('offer.pdf').getBoundingClientRect()
  await begin()
  expect(field()).toHaveFocus()
  expect(field()).toHaveValue('offer')
  expect([field().selectionStart, field().selectionEnd]).toEqual([0, 5])
  expect(field().closest('li')?.getBoundingClientRect().height).toBe(height)

  await user.keyboard('contract 2026{Enter}')

  expect(row('contract 2026.pdf')).toHaveFocus()
  await waitFor(() => expect(nameOnServer()).toBe('contract 2026.pdf'))
  expect(await screen.findByText('Renamed to contract 2026.pdf. Undo is available.')).toBeInTheDocument()
})

it('brings the old name back by undo', async () => {
  const { user, begin, nameOnServer } = await open()
  await begin()
  await user.keyboard('new{Enter}')

  await user.click(await screen.findByRole('button', { name: 'Undo' }))

  await waitFor(() => expect(nameOnServer()).toBe('offer.pdf'))
  expect(row('offer.pdf')).toBeVisible()
})

it('says why undo failed, and lets it be tried again', async () => {
  const { user, begin, nameOnServer, server } = await open()
  await begin()
  await user.keyboard('new{Enter}')
  const undo = await screen.findByRole('button', { name: 'Undo' })
  server.failNext('saveFileV2', { status: 403 })
  await user.click(undo)
  await screen.findByText(/^Not changed\. You don’t have/)
  expect(row('new.pdf')).toBeVisible()

  await user.click(screen.getByRole('button', { name: 'Try again' }))

  await waitFor(() => expect(nameOnServer()).toBe('offer.pdf'))
})

it('is in the menu of the row, with its key', async () => {
  const { user, nameOnServer } = await open()
  await user.click(screen.getByRole('button', { name: 'More actions, offer.pdf' }))
  const item = screen.getByRole('menuitem', { name: 'Rename' })
  expect(item).toHaveAttribute('aria-keyshortcuts', 'F2')

  await user.click(item)
  expect(field()).toHaveFocus()
  await user.keyboard('new{Enter}')

  await waitFor(() => expect(nameOnServer()).toBe('new.pdf'))
})

it.each([
  ['presses Escape', '{Escape}'],
  ['leaves the name as it was', '{End} {Backspace}{Enter}'],
])('changes nothing where somebody %s', async (_, keys) => {
  const onKeyDown = vi.fn()
  const { user, begin, saves } = await open(
    // A dialog around would close.
    <dialog open aria-label="Order" onKeyDown={({ key }) => key === 'Escape' && onKeyDown()}>
      <EntityFiles entity={entity} />
    </dialog>,
  )
  await begin()

  await user.keyboard(keys)

  expect(screen.queryByRole('textbox', { name: /^Rename/ })).not.toBeInTheDocument()
  expect(row('offer.pdf')).toHaveFocus()
  expect(saves()).toBe(0)
  expect(onKeyDown).not.toHaveBeenCalled()
})

it('saves what was typed where the focus goes elsewhere, and leaves it there', async () => {
  const { user, begin, nameOnServer } = await open()
  await begin()
  await user.keyboard('new')

  const search = screen.getByRole('searchbox')
  await user.click(search)

  await waitFor(() => expect(nameOnServer()).toBe('new.pdf'))
  expect(search).toHaveFocus()
})

it.each([
  ['   ', 'Enter a name.'],
  ['a/b', 'A name can’t contain / or \\.'],
  ['a\\b', 'A name can’t contain / or \\.'],
  ['a\u0007b', 'A name can’t contain invisible characters.'],
  ['ä'.repeat(130), 'The name is too long. Use a shorter one.'],
])('says what is wrong with %j, sends nothing and loses nothing', async (name, words) => {
  const { user, begin, saves } = await open()
  await begin()
  fireEvent.change(field(), { target: { value: name } })

  await user.keyboard('{Enter}')

  expect(within(list()).getByRole('alert')).toHaveTextContent(words)
  expect(field()).toBeInvalid()
  expect(field()).toHaveAccessibleDescription(words)
  expect(field()).toHaveFocus()
  await user.tab()
  expect(field()).toHaveValue(name)
  expect(saves()).toBe(0)

  await user.click(field())
  await user.keyboard('x')
  expect(within(list()).queryByRole('alert')).not.toBeInTheDocument()
  await user.keyboard('{Escape}')
  expect(row('offer.pdf')).toBeVisible()
})

it.each([
  [403, /^Not changed\. You don’t have/],
  [404, /^Not changed\. It no longer exists/],
  [409, /^Not changed\. It was changed by someone else/],
] as const)(
  'says in the row why it was refused (%i), and keeps the name for another try',
  async (status, words) => {
    const { user, begin, server, nameOnServer } = await open()
    server.failNext('saveFileV2', { status })
    await begin()
    await user.keyboard('new{Enter}')

    expect(await within(list()).findByText(words)).toBeVisible()
    expect(row('offer.pdf')).toBeVisible()
    expect(nameOnServer()).toBe('offer.pdf')
    await begin()
    expect(field()).toHaveValue('new')
    await user.keyboard('{Enter}')

    await waitFor(() => expect(nameOnServer()).toBe('new.pdf'))
    await waitFor(() => expect(within(list()).queryByText(words)).not.toBeInTheDocument())
  },
)

it('stays open while the list is loaded anew, whatever somebody else calls the file', async () => {
  const { user, begin, server, queryClient, nameOnServer } = await open()
  await begin()
  await user.keyboard('mine')
  const [offer] = server.files()
  server.world.files.set(offer!._id, { ...server.world.files.get(offer!._id)!, filename: 'theirs.pdf' })

  await act(() => queryClient.refetchQueries())

  await screen.findByRole('button', { name: 'More actions, theirs.pdf' })
  expect(field()).toHaveFocus()
  expect(field()).toHaveValue('mine')
  await user.keyboard('{Enter}')
  await waitFor(() => expect(nameOnServer()).toBe('mine.pdf'))
})

it('leaves Enter and Escape to what is being composed', async () => {
  const { begin, saves } = await open()
  await begin()
  fireEvent.change(field(), { target: { value: 'に' } })

  fireEvent.keyDown(field(), { key: 'Enter', isComposing: true })
  fireEvent.keyDown(field(), { key: 'Enter', keyCode: 229 })
  fireEvent.keyDown(field(), { key: 'Escape', isComposing: true })

  expect(field()).toHaveValue('に')
  expect(saves()).toBe(0)
})

it('types with the keys that walk, choose and take off in the list, and hands in no form around', async () => {
  const onSubmit = vi.fn((event: { preventDefault: () => void }) => event.preventDefault())
  const { user, begin, nameOnServer, server } = await open(
    <form onSubmit={onSubmit}>
      <EntityFiles entity={entity} defaultView="grid" />
    </form>,
  )
  await begin()

  await user.keyboard('{ArrowRight}{ArrowLeft} {Home}{Delete}{ArrowDown}x{Enter}')

  await waitFor(() => expect(nameOnServer()).toBe('xffe r.pdf'))
  expect(server.filesOf(entity)).toHaveLength(2)
  expect(document.querySelectorAll('[data-selected]')).toHaveLength(0)
  expect(onSubmit).not.toHaveBeenCalled()
})

it('gives a file without an extension a whole new name', async () => {
  const { user, begin, nameOnServer } = await open(undefined, { filename: 'Offer 1.2' })
  await begin()
  expect(field()).toHaveValue('Offer 1.2')

  await user.keyboard('Offer 1.3.txt{Enter}')

  await waitFor(() => expect(nameOnServer()).toBe('Offer 1.3.txt'))
})

it('renames a file that stays outside of epilot', async () => {
  const custom_download_url = 'https://archive.example/get?id=42'
  const { user, begin, nameOnServer, server } = await open(undefined, { custom_download_url, versions: [] })
  await begin()

  await user.keyboard('new{Enter}')

  await waitFor(() => expect(nameOnServer()).toBe('new.pdf'))
  expect(server.files()[0]).toMatchObject({ custom_download_url, versions: [] })
})

it('renames nothing where one may only look', async () => {
  const { user, begin } = await open(<EntityFiles entity={entity} readOnly />)
  await begin()
  expect(screen.queryByRole('textbox', { name: /^Rename/ })).not.toBeInTheDocument()

  await user.click(screen.getByRole('button', { name: 'More actions, offer.pdf' }))

  expect(screen.queryByRole('menuitem', { name: 'Rename' })).not.toBeInTheDocument()
})

it('has no barrier that axe finds', async () => {
  const { user, begin, container } = await open()
  await begin()
  fireEvent.change(field(), { target: { value: '' } })
  await user.keyboard('{Enter}')

  const { violations } = await axe.run(container)

  expect(violations).toEqual([])
})
