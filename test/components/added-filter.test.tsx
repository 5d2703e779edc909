import { screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, expect, it, vi } from 'vitest'
import { de, en, EntityFiles, FilesProvider } from '../../src/index.js'
import { anEntity } from '../../src/testing.js'
import { createApp } from '../support/render-with-files.js'

const entity = anEntity()

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date(2026, 2, 12, 15, 30) })
  return () => vi.useRealTimers()
})

it('shows what was added in the last seven days, or this month, while the popup is open', async () => {
  const { user } = await open()
  await user.click(screen.getByRole('button', { name: 'Filter' }))
  const added = screen.getByRole('radiogroup', { name: 'Added' })
  expect(radios()).toEqual(['Any', '7 days', 'March'])
  expect(screen.getByRole('radio', { name: 'Any' })).toBeChecked()

  await user.click(screen.getByRole('radio', { name: '7 days' }))
  await waitFor(() => expect(names()).toEqual(['today.pdf', 'monday.pdf']))
  await user.keyboard('{ArrowRight}')
  await waitFor(() => expect(names()).toEqual(['today.pdf', 'monday.pdf', 'first.pdf']))

  expect(screen.getByRole('radio', { name: 'March' })).toHaveFocus()
  expect(added).toBeVisible()
  await user.click(screen.getByRole('button', { name: 'Show 3 files' }))
  expect(screen.getByRole('button', { name: 'Filter 1 active' })).toHaveTextContent('Filter 1')
})

it('says by a chip since when, and takes it away again', async () => {
  const { user } = await open()
  await choose('March')
  expect(await screen.findByRole('button', { name: 'Remove filter Since Mar 1, 2026' })).toBeVisible()
  await choose('7 days')
  await user.click(await screen.findByRole('button', { name: 'Remove filter Last 7 days' }))

  await waitFor(() => expect(names()).toHaveLength(5))
  expect(screen.getByRole('button', { name: 'Filter' })).toBeVisible()
})

it('says from which day on it filters to whoever comes back a day later', async () => {
  const { user } = await open()
  await choose('7 days')
  vi.setSystemTime(new Date(2026, 2, 13, 8))
  await user.click(screen.getByRole('checkbox', { name: 'Select today.pdf' }))

  expect(await screen.findByRole('button', { name: 'Remove filter Since Mar 5, 2026' })).toBeVisible()
  await user.click(screen.getByRole('button', { name: 'Filter 1 active' }))
  for (const radio of screen.getAllByRole('radio')) expect(radio).not.toBeChecked()
})

it('clears it with the others', async () => {
  const { user } = await open()
  await choose('7 days')
  await waitFor(() => expect(names()).toHaveLength(2))
  await user.click(screen.getByRole('button', { name: 'Filter 1 active' }))
  await user.click(screen.getByRole('button', { name: 'Clear' }))

  await waitFor(() => expect(names()).toHaveLength(5))
  expect(screen.getByRole('radio', { name: 'Any' })).toBeChecked()
})

it('names the month as people of the locale do', async () => {
  await open({ messages: de })
  await userEvent.click(screen.getByRole('button', { name: 'Filtern' }))
  expect(radios()).toEqual(['Jederzeit', '7 Tage', 'März'])
  await userEvent.click(screen.getByRole('radio', { name: 'März' }))
  expect(await screen.findByText('Seit 1. März 2026')).toBeInTheDocument()
})

it('says what to do where nothing was added of late', async () => {
  const { user } = await open({ files: ['2025-11-03T10:00:00Z'] })
  await choose('7 days')
  expect(await screen.findByText('No file matches the filters')).toBeVisible()
  await user.click(screen.getByRole('button', { name: 'Show all' }))
  await waitFor(() => expect(names()).toHaveLength(1))
})

it('does not go with the form around', async () => {
  await open()
  await choose('March')
  await userEvent.click(screen.getByRole('button', { name: 'Filter 1 active' }))
  expect([...new FormData(document.querySelector('form')!).keys()]).toEqual([])
})

async function open({ messages = en, files = days } = {}) {
  const app = createApp()
  const saved = files.map((_created_at, index) =>
    app.server.addFile({ filename: named[index] ?? 'x.pdf', _created_at }),
  )
  app.server.relate(entity, saved)
  app.render(
    <FilesProvider client={app.client} messages={messages}>
      <form>
        <EntityFiles entity={entity} />
      </form>
    </FilesProvider>,
  )
  await screen.findByTitle(named[0]!)
  return { ...app, user: userEvent.setup() }
}

async function choose(period: string): Promise<void> {
  await userEvent.click(screen.getByRole('button', { name: /^Filter/ }))
  await userEvent.click(screen.getByRole('radio', { name: period }))
  await userEvent.keyboard('{Escape}')
}

const named = ['today.pdf', 'monday.pdf', 'first.pdf', 'february.pdf', 'last-year.pdf']
const days = [
  new Date(2026, 2, 12, 9),
  new Date(2026, 2, 9, 9),
  new Date(2026, 2, 1, 9),
  new Date(2026, 1, 28, 9),
  new Date(2025, 2, 12, 9),
].map((date) => date.toISOString())
const names = () => [...document.querySelectorAll('.ef-list .ef-name')].map(({ textContent }) => textContent)
const radios = () => screen.getAllByRole('radio').map((radio) => radio.closest('label')?.textContent)
