import { act, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, it, vi } from 'vitest'
import { AttachToEntity } from '../../src/components/attach-to-entity.js'
import { FileUpload } from '../../src/components/file-upload.js'
import type { FileClientOptions } from '../../src/index.js'
import { FileError } from '../../src/index.js'
import { aFile, anEntity, createManualClock, createManualConnection } from '../../src/testing.js'
import { createApp } from '../support/render-with-files.js'

const scans = (count: number) =>
  Array.from({ length: count }, (_, index) => aFile({ name: `${index}.pdf`, sizeBytes: 1000 }))

/** An app in which somebody can sign out and in. */
function createSignedOutApp(options: FileClientOptions = {}) {
  const session = { isOpen: false }
  const getToken = () => (session.isOpen ? 'token' : Promise.reject(new Error('signed out')))
  return { session, ...createApp({ getToken, ...options }) }
}

it('says in place of the summary that the session has ended, and goes on after the sign-in', async () => {
  const { session, client, put, render } = createSignedOutApp()
  const onSignIn = vi.fn(async () => void (session.isOpen = true))
  render(<FileUpload scope="s" onSignIn={onSignIn} />)
  await act(async () => void client.uploads.add(scans(3), { scope: 's' }))

  const bar = await screen.findByRole('group', { name: 'All uploads' })
  await waitFor(() => expect(bar).toHaveTextContent('Your session has ended3 uploads wait, nothing is lost'))
  expect(bar).toHaveAttribute('data-tone', 'warning')
  const top = screen.getByRole('list').getBoundingClientRect().top

  await userEvent.click(within(bar).getByRole('button', { name: 'Sign in again' }))
  await act(async () => void (await put.next()))

  expect(onSignIn).toHaveBeenCalledOnce()
  await waitFor(() => expect(bar).toHaveTextContent('Uploading 3 files'))
  expect(screen.getByRole('list').getBoundingClientRect().top).toBe(top)
  expect(bar).toContainElement(document.activeElement as HTMLElement)
})

it('asks for a token again where the app has nothing to sign in with', async () => {
  const { session, client, put, render } = createSignedOutApp()
  render(<AttachToEntity entity={anEntity()} scope="s" />)
  await act(async () => void client.uploads.add(scans(1), { scope: 's' }))
  session.isOpen = true

  await userEvent.click(await screen.findByRole('button', { name: 'Sign in again' }))
  await act(async () => void (await put.next()))

  await waitFor(() => expect(screen.queryByText('Your session has ended')).not.toBeInTheDocument())
  expect(screen.getByRole('listitem')).toHaveFocus()
})

it('lets nobody sign in twice at once', async () => {
  const { client, render } = createSignedOutApp()
  const onSignIn = vi.fn(() => new Promise(() => {}))
  render(<FileUpload scope="s" onSignIn={onSignIn} />)
  await act(async () => void client.uploads.add(scans(1), { scope: 's' }))
  const button = await screen.findByRole('button', { name: 'Sign in again' })

  await userEvent.click(button)
  await userEvent.click(button)

  expect(onSignIn).toHaveBeenCalledOnce()
  expect(button).toHaveAttribute('aria-disabled', 'true')
  expect(button).toHaveFocus()
})

it('keeps the focus on the button that stays while the network goes and comes', async () => {
  const connection = createManualConnection()
  const { client, put, render } = createApp({ connection })
  render(<FileUpload scope="s" />)
  await act(async () => void client.uploads.add(scans(2), { scope: 's' }))
  const sendings = [await put.next(), await put.next()]
  const cancel = await screen.findByRole('button', { name: 'Cancel all' })
  act(() => cancel.focus())

  connection.goOffline()
  await act(async () =>
    sendings.forEach((sending) => sending.fail(new FileError('network', '', { step: 'send' }))),
  )
  expect(await screen.findByText('2 uploads go on when the network is back')).toBeVisible()
  expect(cancel).toHaveFocus()

  await act(async () => connection.goOnline())
  expect(await screen.findByText('2 uploads go on')).toBeVisible()
  expect(cancel).toHaveFocus()
  await userEvent.click(screen.getByRole('button', { name: 'Dismiss' }))
  expect(screen.getByText('Uploading 2 files')).toBeVisible()
})

it('discards the uploads of another account, and nothing else', async () => {
  let owner = 'anna'
  const { client, put, render } = createApp({ owner: () => owner, journal: 'off' })
  render(<FileUpload scope="s" />)
  await act(async () => void client.uploads.add(scans(2), { scope: 's' }))
  const sendings = [await put.next(), await put.next()]
  owner = 'bea'
  await act(async () => sendings.forEach((sending) => sending.finish()))
  await act(async () => void client.uploads.add([aFile({ name: 'mine.pdf' })], { scope: 's' }))
  const notice = await screen.findByRole('group', { name: 'You are signed in as someone else' })
  expect(notice).toHaveTextContent('2 uploads of the other account stopped here')
  expect(notice).toHaveAttribute('data-tone', 'error')

  await userEvent.click(within(notice).getByRole('button', { name: 'Discard them' }))

  expect(screen.getAllByRole('listitem')).toHaveLength(1)
  expect(screen.getByRole('listitem')).toHaveTextContent('mine.pdf')
  expect(notice).not.toBeInTheDocument()
})

it('says aloud, once, what stands above the list', async () => {
  const clock = createManualClock()
  const { client, render } = createSignedOutApp({ clock })
  render(<FileUpload scope="s" />)
  await act(async () => void client.uploads.add(scans(28), { scope: 's' }))
  await act(() => clock.advance(2000))
  const region = screen.getAllByRole('status').at(-1)!
  expect(region.textContent).toBe('28 files added. Signed out. 28 uploads wait.')
  const said = region.firstChild

  await act(() => clock.advance(60_000))
  expect(region.firstChild).toBe(said)
})
