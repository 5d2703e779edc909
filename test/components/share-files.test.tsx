import { act, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import axe from 'axe-core'
import { expect, it, vi } from 'vitest'
import type { FileEntity } from '../../src/index.js'
import { EntityFiles } from '../../src/index.js'
import type { FileServerOptions } from '../../src/testing.js'
import { anEntity, createFileServer } from '../../src/testing.js'
import { createApp } from '../support/render-with-files.js'

const entity = anEntity()
const dialog = () => screen.getByRole('dialog', { name: 'Share a link offer.pdf' })
const button = (name: string) => within(dialog()).getByRole('button', { name })
const link = () => within(dialog()).getByRole<HTMLInputElement>('textbox', { name: 'Link' })

/** Which links there are is known by then: none. */
const known = () => waitFor(() => expect(button('Create a link')).not.toHaveAttribute('aria-disabled'))

/** The component on an entity with one file, and so many public links to that. */
async function open({ links = 0, seed, ...options }: Setting = {}) {
  const server = createFileServer(options)
  const app = createApp({ fetch: server.fetch, retry: () => null })
  const offer = server.addFile({ filename: 'offer.pdf', ...seed })
  server.relate(entity, [offer])
  for (let id = 1; id <= links; id++) {
    const address = `https://file.sls.epilot.io/v1/files/public/links/${id}/offer.pdf`
    server.world.publicLinks.set(String(id), { fileId: offer._id, link: address })
  }
  const user = userEvent.setup()
  app.render(<EntityFiles entity={entity} />)
  const more = await screen.findByRole('button', { name: 'More actions, offer.pdf' })
  await user.click(more)
  return {
    ...app,
    user,
    server,
    more,
    onServer: () => [...server.world.publicLinks.values()].map((one) => one.link),
    share: async () => {
      await user.click(screen.getByRole('menuitem', { name: 'Share a link' }))
      await screen.findByRole('dialog', { name: 'Share a link offer.pdf' })
    },
  }
}

interface Setting extends FileServerOptions {
  readonly links?: number
  readonly seed?: Partial<FileEntity>
}

it('makes a link only where somebody says so, and goes on at copying it', async () => {
  const { user, share, onServer, server } = await open()
  await share()
  await known()
  expect(server.ledger.count('generatePublicLink')).toBe(0)
  expect(within(dialog()).queryByText('Public')).not.toBeInTheDocument()

  await user.click(button('Create a link'))

  await waitFor(() => expect(link()).toHaveValue(onServer()[0]))
  expect(within(dialog()).getByText('Public')).toBeVisible()
  expect(
    within(dialog()).getByText('Anyone with this link can download the file, without a login.'),
  ).toBeVisible()
  await waitFor(() => expect(button('Copy')).toHaveFocus())
})

it('shows the link that there is, copies it, and gives the focus back', async () => {
  const { user, share, more, server } = await open({ links: 1 })
  const writeText = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue()
  await share()
  await within(dialog()).findByRole('textbox')

  await user.click(button('Copy'))

  expect(await within(dialog()).findByText('Copied.')).toBeVisible()
  expect(writeText).toHaveBeenCalledWith('https://file.sls.epilot.io/v1/files/public/links/1/offer.pdf')
  await user.keyboard('{Escape}')
  expect(more).toHaveFocus()
  expect(server.ledger.count('generatePublicLink')).toBe(0)
  writeText.mockRestore()
})

it('selects the link where the browser does not let it be copied', async () => {
  const { user, share } = await open({ links: 1 })
  const writeText = vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new Error('NotAllowed'))
  await share()
  await within(dialog()).findByRole('textbox')

  await user.click(button('Copy'))

  expect(await within(dialog()).findByText(/^The browser doesn’t allow copying/)).toBeVisible()
  expect(link()).toHaveFocus()
  expect([link().selectionStart, link().selectionEnd]).toEqual([0, link().value.length])
  writeText.mockRestore()
})

it('stops sharing by every link there is, and says so', async () => {
  const { user, share, onServer } = await open({ links: 2 })
  await share()
  await within(dialog()).findByRole('textbox')

  await user.click(button('Stop sharing'))

  expect(await within(dialog()).findByText('The link no longer works.')).toBeVisible()
  expect(onServer()).toEqual([])
  await waitFor(() => expect(button('Create a link')).toHaveFocus())
})

it('stops sharing also by a link that another tab has made meanwhile', async () => {
  const { user, share, server, onServer } = await open({ links: 1 })
  await share()
  await within(dialog()).findByRole('textbox')
  const [first] = server.world.publicLinks.values()
  server.world.publicLinks.set('2', { fileId: first!.fileId, link: first!.link.replace('/1/', '/2/') })

  await user.click(button('Stop sharing'))

  await within(dialog()).findByText('The link no longer works.')
  expect(onServer()).toEqual([])
})

it('says that the link was not made, also where nobody tells what became of it', async () => {
  const { user, share, server } = await open()
  await share()
  await known()
  server.failNext('generatePublicLink', 'network')
  server.failNext('listPublicLinksForFile', 'network')

  await user.click(button('Create a link'))

  expect(await within(dialog()).findByRole('alert')).toHaveTextContent('Not changed.')
})

it('says why a link was not made, or still works', async () => {
  const { user, share, server, onServer } = await open()
  await share()
  await known()
  server.failNext('generatePublicLink', { status: 403 })
  await user.click(button('Create a link'))
  expect(await within(dialog()).findByRole('alert')).toHaveTextContent('Not changed. You don’t have')

  await user.click(button('Create a link'))
  await within(dialog()).findByRole('textbox')
  expect(within(dialog()).queryByRole('alert')).not.toBeInTheDocument()
  server.failNext('revokePublicLink', { status: 403 })
  await user.click(button('Stop sharing'))

  expect(await within(dialog()).findByRole('alert')).toHaveTextContent('Not changed. You don’t have')
  expect(link()).toHaveValue(onServer()[0])
})

it('finds the link whose making was not answered', async () => {
  const { user, share, server, onServer } = await open()
  await share()
  await known()
  server.failNext('generatePublicLink', 'lost-answer')

  await user.click(button('Create a link'))

  await waitFor(() => expect(link()).toHaveValue(onServer()[0]))
  expect(server.ledger.count('generatePublicLink')).toBe(1)
})

it('says that it cannot tell where epilot lists no links, keeps what was made, and cannot revoke it', async () => {
  const { user, share, server, onServer } = await open({ answers: { publicLinks: 'not-implemented' } })
  await share()
  await within(dialog()).findByText('epilot can’t tell yet whether there is a public link.')
  expect(server.ledger.count('listPublicLinksForFile')).toBe(1)

  await user.click(button('Create a link'))
  await waitFor(() => expect(link()).toHaveValue(onServer()[0]))
  await user.click(button('Stop sharing'))

  expect(await within(dialog()).findByRole('alert')).toHaveTextContent('epilot can’t do this yet.')
  expect(link()).toHaveValue(onServer()[0])
})

it('says why it does not know the links, and asks again', async () => {
  const { user, share, server } = await open({ links: 1 })
  server.failNext('listPublicLinksForFile', { status: 403 })
  await share()
  await within(dialog()).findByRole('alert')
  expect(within(dialog()).queryByRole('button', { name: 'Create a link' })).not.toBeInTheDocument()

  await user.click(button('Try again'))

  await within(dialog()).findByRole('textbox')
})

it('is not offered of a file that stays outside of epilot', async () => {
  await open({ seed: { custom_download_url: 'https://archive.example/get?id=42' } })
  expect(screen.queryByRole('menuitem', { name: 'Share a link' })).not.toBeInTheDocument()
})

it('has no barrier that axe finds', async () => {
  const { share } = await open({ links: 1 })
  await share()
  await within(dialog()).findByRole('textbox')

  const { violations } = await act(() => axe.run(dialog()))

  expect(violations).toEqual([])
})
