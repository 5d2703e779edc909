import { act, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import axe from 'axe-core'
import { expect, it } from 'vitest'
import { FileUpload } from '../../src/components/file-upload.js'
import type { Upload } from '../../src/index.js'
import { FileError } from '../../src/index.js'
import { createApp } from '../support/render-with-files.js'

const files = (...names: readonly string[]) => names.map((name) => new File(['x'], name))
const numbered = (count: number) => Array.from({ length: count }, (_, index) => `${index}.pdf`)

function addTo(app: ReturnType<typeof createApp>, names: readonly string[]): readonly Upload[] {
  let added: readonly Upload[] = []
  act(() => {
    added = app.client.uploads.add(files(...names), { scope: 's', autoStart: false })
  })
  return added
}

const list = () => screen.getByRole('list', { name: 'Uploads' })
const shown = () =>
  within(list())
    .getAllByRole('listitem')
    .map((row) => row.querySelector('.ef-name')?.textContent)
const rowOf = (name: string) => within(list()).getByTitle(name).closest('li')!
const search = () => screen.getByRole('searchbox')
const findSearch = () => screen.findByRole('searchbox')

it('finds files by name, without regard to case and accents, and marks what was found', async () => {
  const app = createApp()
  app.render(<FileUpload scope="s" />)
  addTo(app, [...numbered(21), 'Zählerschrank_Musterweg_1.jpg'])

  await userEvent.type(await findSearch(), 'ZAHLER')

  await waitFor(() => expect(shown()).toEqual(['Zählerschrank_Musterweg_1.jpg']))
  expect(screen.getByText('1 found')).toBeInTheDocument()
  expect(list().querySelector('mark')).toHaveTextContent('Zähler')
  await userEvent.clear(search())
  await waitFor(() => expect(shown()).toHaveLength(22))
  expect(list().querySelector('mark')).toBeNull()
})

it('says that nothing is called so, and leads back', async () => {
  const app = createApp()
  app.render(<FileUpload scope="s" />)
  addTo(app, numbered(24))

  await userEvent.type(await findSearch(), 'wallbux')

  const status = await screen.findByText('No file called “wallbux”')
  expect(status.closest('[role=status], output')).toBeInTheDocument()
  expect(screen.getByText('24 files are here. Check the spelling.')).toBeInTheDocument()
  await userEvent.click(screen.getByRole('button', { name: 'Show all' }))
  expect(shown()).toHaveLength(24)
})

it('keeps the focus near when what one searches with goes away', async () => {
  const app = createApp()
  app.render(<FileUpload scope="s" />)
  const added = addTo(app, numbered(24))
  await userEvent.type(await findSearch(), 'wallbux')
  await userEvent.click(await screen.findByRole('button', { name: 'Show all' }))
  await waitFor(() => expect(search()).toHaveFocus())

  await userEvent.click(screen.getByRole('button', { name: '24 waiting' }))
  act(() => app.client.uploads.remove(added.slice(0, 10)))
  // Few enough to need no field, once nothing is filtered out.
  await userEvent.click(screen.getByRole('button', { name: '14 waiting' }))

  expect(screen.queryByRole('searchbox')).not.toBeInTheDocument()
  // No button: the next Enter would press it.
  await waitFor(() => expect(rowOf('10.pdf')).toHaveFocus())
})

it('says how many were found to who has searched, and not again with each upload that leaves', async () => {
  const app = createApp()
  app.render(<FileUpload scope="s" />)
  const added = addTo(app, numbered(30))
  const heard = (words: string) => screen.getByText(words).closest('output')?.getAttribute('aria-live')

  await userEvent.type(await findSearch(), '.pdf')
  await waitFor(() => expect(heard('30 found')).toBe('polite'))
  act(() => added[0]!.dismiss())
  expect(heard('29 found')).toBe('off')
  await userEvent.type(await findSearch(), 'x')
  await waitFor(() => expect(heard('0 found')).toBe('polite'))
})

it('shows what was found from its beginning, wherever one was in the list', async () => {
  const app = createApp()
  app.render(<FileUpload scope="s" />)
  addTo(app, numbered(3000))
  await screen.findByText(/^1 to \d+ of 3,000$/)
  list().scrollTop = 100_000
  await screen.findByText(/^1,\d+ to 1,\d+ of 3,000$/)

  await userEvent.type(await findSearch(), '7.p')

  expect(await screen.findByText(/^1 to \d+ of 300$/)).toBeInTheDocument()
  expect(list().scrollTop).toBe(0)
})

it('goes on with the search when the last row that was found leaves', async () => {
  const app = createApp()
  app.render(<FileUpload scope="s" />)
  const added = addTo(app, numbered(24))
  await userEvent.type(await findSearch(), '23')
  await waitFor(() => expect(shown()).toEqual(['23.pdf']))
  act(() => rowOf('23.pdf').querySelector('button')!.focus())
  act(() => added[23]!.dismiss())
  await waitFor(() => expect(search()).toHaveFocus())
})

it('has no field to search in where a glance is enough', () => {
  const app = createApp()
  app.render(<FileUpload scope="s" />)
  addTo(app, numbered(20))
  expect(screen.queryByRole('searchbox')).not.toBeInTheDocument()
})

it('shows only those that need attention, or wait, and follows what becomes of them', async () => {
  const app = createApp({ retry: () => null })
  app.render(<FileUpload scope="s" />)
  const added = addTo(app, numbered(30))
  const waiting = await screen.findByRole('button', { name: '30 waiting' })
  await userEvent.click(waiting)
  act(() => added[0]!.start())
  const sending = await app.put.next()
  await act(async () => sending.fail(new FileError('network', 'gone', { step: 'send' })))

  await waitFor(() => expect(shown()).not.toContain('0.pdf'))
  expect(screen.getByRole('button', { name: '29 waiting', pressed: true })).toBeInTheDocument()

  await userEvent.click(screen.getByRole('button', { name: '1 needs attention' }))
  expect(shown()).toEqual(['0.pdf'])
  act(() => added[0]!.retry())
  expect(await screen.findByText('No file needs attention')).toBeInTheDocument()
})

it('lets rows be chosen: by checkbox, with Shift, and all of them', async () => {
  const app = createApp()
  app.render(<FileUpload scope="s" selectable />)
  addTo(app, numbered(6))
  const box = (name: string) => screen.getByRole('checkbox', { name: `Select ${name}` })
  const user = userEvent.setup()

  await user.click(box('1.pdf'))
  expect(rowOf('1.pdf')).toHaveAttribute('data-selected')
  expect(await screen.findByText('1 selected')).toBeInTheDocument()
  await user.keyboard('{Shift>}')
  await user.click(box('3.pdf'))
  await user.keyboard('{/Shift}')
  expect(screen.getByText('3 selected')).toBeInTheDocument()

  await user.click(screen.getByRole('checkbox', { name: 'Select all' }))
  expect(screen.getByText('6 selected')).toBeInTheDocument()
  await user.click(screen.getByRole('button', { name: 'Clear selection' }))
  expect(screen.queryByText('6 selected')).not.toBeInTheDocument()
  await waitFor(() => expect(list()).toContainElement(document.activeElement as HTMLElement))
})

it('does to many at once what makes sense to them', async () => {
  const app = createApp()
  app.render(<FileUpload scope="s" selectable />)
  const added = addTo(app, numbered(4))
  act(() => added[0]!.cancel())
  const user = userEvent.setup()
  for (const name of ['0.pdf', '1.pdf']) {
    await user.click(screen.getByRole('checkbox', { name: `Select ${name}` }))
  }
  const bar = within(await screen.findByRole('group', { name: 'Selected files' }))
  expect(bar.queryByRole('button', { name: /Try again/ })).not.toBeInTheDocument()
  expect(bar.getByRole('button', { name: 'Remove, 1 file' })).toBeInTheDocument()

  await user.click(bar.getByRole('button', { name: 'Cancel, 1 file' }))

  expect(added[1]!.state.getState().status).toBe('canceled')
  expect(added[2]!.state.getState().status).toBe('queued')
  expect(screen.queryByRole('group', { name: 'Selected files' })).not.toBeInTheDocument()
})

it('lets rows of a long list be chosen by keyboard alone', async () => {
  const app = createApp()
  app.render(<FileUpload scope="s" selectable />)
  addTo(app, numbered(150))
  await waitFor(() => expect(list().children.length).toBeLessThan(40))
  const user = userEvent.setup()
  act(() => rowOf('0.pdf').focus())

  await user.keyboard(' {ArrowDown}{ArrowDown} ')
  expect(await screen.findByText('2 selected')).toBeInTheDocument()
  await user.keyboard('{Shift>}{ArrowDown}{ArrowDown}{/Shift}')
  expect(screen.getByText('4 selected')).toBeInTheDocument()
  expect(rowOf('4.pdf')).toHaveFocus()
  expect(rowOf('4.pdf')).toHaveAttribute('data-selected')
  await user.keyboard('{Control>}a{/Control}')
  expect(screen.getByText('150 selected')).toBeInTheDocument()
  await user.keyboard('{Escape}')
  expect(screen.queryByText('150 selected')).not.toBeInTheDocument()
  expect(rowOf('4.pdf')).toHaveFocus()
})

it('keeps 10,000 files in sight: what is in view, what failed, what is done', async () => {
  const app = createApp({ retry: () => null })
  app.render(<FileUpload scope="s" density="compact" selectable />)
  const added = addTo(app, numbered(10_000))
  expect(await screen.findByText(/^1 to 1\d of 10,000$/)).toBeInTheDocument()
  expect(screen.getByText('Uploading 10,000 files')).toBeInTheDocument()

  for (const upload of added.slice(0, 2)) {
    act(() => upload.start())
    const sending = await app.put.next()
    await act(async () => {
      if (upload === added[0]) sending.finish()
      else sending.fail(new FileError('network', 'gone', { step: 'send' }))
    })
  }
  await userEvent.click(await screen.findByRole('button', { name: 'Clear 1 done' }))
  expect(await screen.findByText(/of 9,999$/)).toBeInTheDocument()
  expect(screen.getByText('Uploading 1 of 10,000 files')).toBeInTheDocument()
  await userEvent.click(screen.getByRole('button', { name: 'Try 1 again' }))
  await app.put.next()
  expect(added[1]!.state.getState().status).toBe('uploading')
  const { violations } = await axe.run(screen.getByRole('list', { name: 'Uploads' }).parentElement!)
  expect(violations.map(({ id }) => id)).toEqual([])
})
