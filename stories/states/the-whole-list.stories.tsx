import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, userEvent, waitFor, within } from 'storybook/test'
import type { StoryEpilot } from '../../.storybook/story-epilot.js'
import type { FileClientOptions, JournalStorage, Messages } from '../../src/index.js'
import { FileError, FileUpload } from '../../src/index.js'
import type { ManualSending } from '../../src/testing.js'
import { aFile, createManualConnection, createMemoryJournal } from '../../src/testing.js'

/**
 * What stops all uploads of a list is said once, in the place of their summary, so that no row moves. The most important
 * goes first; what goes on by itself has no button. `useUploadNotice` tells the same to a header of your own.
 */
const meta = {
  title: 'States/The whole list',
  component: FileUpload,
  args: { scope: 'state', label: 'Documents', density: 'compact' },
} satisfies Meta<typeof FileUpload>
export default meta

type Story = StoryObj<typeof meta>

const scans = (count: number) =>
  Array.from({ length: count }, (_, index) => aFile({ name: `Scan_${index + 1}.pdf`, sizeBytes: 3_000_000 }))

/** A session that ends, and that a press opens again. */
function aSession() {
  const session = { isOpen: false }
  const client: FileClientOptions = {
    getToken: () => (session.isOpen ? 'token' : Promise.reject(new Error('The session has ended.'))),
  }
  return { session, client }
}

const ended = aSession()

/** No token can be had any more. `onSignIn` opens your sign-in; then everything goes on, and nothing was lost. */
export const TheSessionHasEnded: Story = {
  args: { onSignIn: async () => void (ended.session.isOpen = true) },
  parameters: {
    epilot: {
      bytesPerSecond: 'by-hand',
      client: ended.client,
      seed: ({ client }) => {
        ended.session.isOpen = false
        client.uploads.add(scans(6), { scope: 'state' })
      },
    },
  },
  play: async ({ canvas, words }) => {
    const { title, details } = words.notices['signed-out']
    await expect(await canvas.findByText(title)).toBeVisible()
    await expect(await canvas.findByText(details(6, ''))).toBeVisible()
    const top = topOfList(canvas.getByRole('list'))
    await userEvent.click(canvas.getByRole('button', { name: words.signInAgain }))
    await expect(await canvas.findByText(words.uploadingFiles(0, 6))).toBeVisible()
    await expect(topOfList(canvas.getByRole('list'))).toBe(top)
  },
}

/** The same, before anybody has signed in. */
export const WaitingForASignIn: Story = {
  parameters: {
    epilot: {
      bytesPerSecond: 'by-hand',
      client: aSession().client,
      seed: ({ client }) => void client.uploads.add(scans(28), { scope: 'state' }),
    },
  },
  play: async ({ canvas, words }) => {
    await expect(await canvas.findByText(words.notices['signed-out'].details(28, ''))).toBeVisible()
  },
}

/** The server asked to be left in peace. Asking sooner would not help, so there is no button. */
export const EpilotIsBusy: Story = {
  parameters: {
    epilot: {
      bytesPerSecond: 'by-hand',
      latencyMs: 0,
      seed: ({ client, server }) => {
        server.failNext('uploadFileV2', { status: 429, headers: { 'Retry-After': '240' } }, Infinity)
        client.uploads.add(scans(28), { scope: 'state' })
      },
    },
  },
  play: async ({ canvas, words }) => {
    await expect(await canvas.findByText(words.notices.busy.title)).toBeVisible()
    await expect(canvas.queryByRole('button', { name: words.tryNow })).toBeNull()
  },
}

/** A network in the hands of the story. */
function aNetwork(count: number) {
  const connection = createManualConnection()
  const sendings: ManualSending[] = []
  const seed = async ({ client, put }: StoryEpilot) => {
    connection.goOnline()
    sendings.length = 0
    client.uploads.add(scans(count), { scope: 'state' })
    for (let sending = 0; sending < 6; sending++) sendings.push(await put.next())
  }
  function cut() {
    connection.goOffline()
    for (const each of sendings) each.fail(new FileError('network', 'No answer.', { step: 'send' }))
  }
  const parameters = {
    epilot: { bytesPerSecond: 'by-hand', latencyMs: 0, client: { connection }, seed },
  } as const
  return { connection, parameters, cut }
}

const gone = aNetwork(28)

/** Costs no attempt, and goes on by itself. */
export const Offline: Story = {
  parameters: gone.parameters,
  play: async ({ canvas, words }) => {
    await canvas.findByText(words.uploadingFiles(0, 28))
    gone.cut()
    await expect(await canvas.findByText(words.notices.offline.details(28, ''))).toBeVisible()
  },
}

const backAgain = aNetwork(6)

/** Said for some seconds, or until it is closed. */
export const BackOnline: Story = {
  parameters: backAgain.parameters,
  play: async ({ canvas, words }) => {
    await canvas.findByText(words.uploadingFiles(0, 6))
    backAgain.cut()
    await canvas.findByText(words.notices.offline.title)
    backAgain.connection.goOnline()
    await expect(await canvas.findByText(words.notices['back-online'].title)).toBeVisible()
  },
}

/** What is written down so that it survives a reload has no room left; the uploads themselves do not mind. */
export const NoRoomLeft: Story = {
  parameters: keptIn(aFullJournal()),
  play: ({ canvas, words }) => expectNotice(canvas, words, 'no-room'),
}

/** Private windows, pages without https and some foreign iframes let nothing be written down at all. */
export const NothingIsKept: Story = {
  parameters: keptIn(aBlockedJournal()),
  play: ({ canvas, words }) => expectNotice(canvas, words, 'not-kept'),
}

/** The same in German. */
export const NothingIsKeptInGerman: Story = {
  ...NothingIsKept,
  parameters: keptIn(aBlockedJournal()),
  globals: { locale: 'de' },
}

function keptIn(storage: JournalStorage) {
  const seed = async ({ client, put }: StoryEpilot) => {
    client.uploads.add(scans(12), { scope: 'state' })
    for (let sending = 0; sending < 6; sending++) (await put.next()).progress(sending * 400_000)
  }
  const client = { owner: () => 'anna', journal: { storage } }
  return { epilot: { bytesPerSecond: 'by-hand' as const, latencyMs: 0, client, seed } }
}

async function expectNotice(
  canvas: ReturnType<typeof within>,
  words: Messages,
  kind: 'no-room' | 'not-kept',
): Promise<void> {
  const { title, details } = words.notices[kind]
  const notice = await canvas.findByRole('group', { name: title })
  await expect(notice).toHaveTextContent(details(12, ''))
  await expect(canvas.getByText(words.uploadingFiles(0, 12))).toBeVisible()
  await waitFor(() => expect(within(notice).getByRole('button', { name: words.dismiss })).toBeVisible())
}

function aBlockedJournal(): JournalStorage {
  const tab = createMemoryJournal().openTab()
  return { ...tab, open: () => Promise.reject(new DOMException('Not here.', 'SecurityError')) }
}

function aFullJournal() {
  const journal = createMemoryJournal()
  journal.fillUp('all')
  return journal.openTab()
}

const account = { owner: 'anna' }

/** What began under one account is never finished with the token of another. */
export const SignedInAsSomeoneElse: Story = {
  parameters: {
    epilot: {
      bytesPerSecond: 'by-hand',
      latencyMs: 0,
      client: { owner: () => account.owner, journal: 'off' },
      seed: async ({ client, put }) => {
        account.owner = 'anna'
        client.uploads.add(scans(3), { scope: 'state' })
        const sendings = [await put.next(), await put.next(), await put.next()]
        account.owner = 'bea'
        for (const each of sendings) each.finish()
        client.uploads.add([aFile({ name: 'Vollmacht.pdf', sizeBytes: 400_000 })], { scope: 'state' })
        ;(await put.next()).progress(100_000)
      },
    },
  },
  play: async ({ canvas, words }) => {
    const { title, details } = words.notices['other-owner']
    const notice = await canvas.findByRole('group', { name: title })
    await waitFor(() => expect(notice).toHaveTextContent(details(3, '')))
    await waitFor(() => expect(within(notice).getByRole('button', { name: words.discardThem })).toBeVisible())
  },
}

/** A single file has no summary: what stops it makes room for itself. */
export const OneFile: Story = {
  parameters: {
    epilot: {
      bytesPerSecond: 'by-hand',
      client: aSession().client,
      seed: ({ client }) => void client.uploads.add(scans(1), { scope: 'state' }),
    },
  },
  play: async ({ canvas, words }) => {
    const details = await canvas.findByText(words.notices['signed-out'].details(1, ''))
    await waitFor(() => expect(details).toBeVisible())
    await expect(canvas.getByRole('button', { name: words.signInAgain })).toBeVisible()
  },
}

/** The same words in German. */
export const InGerman: Story = {
  globals: { locale: 'de' },
  args: { label: 'Unterlagen' },
  parameters: {
    epilot: {
      bytesPerSecond: 'by-hand',
      client: aSession().client,
      seed: ({ client }) => void client.uploads.add(scans(28), { scope: 'state' }),
    },
  },
  play: async ({ canvas }) => {
    await expect(await canvas.findByText('Ihre Sitzung ist abgelaufen')).toBeVisible()
    await expect(canvas.getByText('28 Uploads warten, nichts geht verloren')).toBeVisible()
    await expect(canvas.getByRole('button', { name: 'Erneut anmelden' })).toBeVisible()
  },
}

function topOfList(list: HTMLElement): number {
  return list.getBoundingClientRect().top
}
