import { expect, it, vi } from 'vitest'
import type { FileClient, FileClientOptions, Upload, UploadState } from '../../src/index.js'
import { createFileClient, createRetryPolicy, describeError, en } from '../../src/index.js'
import type { Fault, FileServer, FileServerOptions, ManualClock, MemoryTab } from '../../src/testing.js'
import {
  aFile,
  anEntity,
  createFileServer,
  createManualClock,
  createManualConnection,
  createMemoryJournal,
} from '../../src/testing.js'

const contract = anEntity({ slug: 'contract' })
const meter = aFile({ name: 'meter.jpg', sizeBytes: 3000 })

it('sends bytes by the File API and saves them by the portal’s, for an entity of the user', async () => {
  const { server, add } = portal()
  const upload = add(meter)

  await reaches(upload, 'done')

  expect(server.filesOf(contract)).toMatchObject([{ filename: 'meter.jpg', size_bytes: 3000 }])
  expect(server.ledger.count('saveEntityFile')).toBe(1)
  expect(server.ledger.count('saveFileV2') + server.ledger.count('addRelations')).toBe(0)
  expect(upload.state.getState()).toMatchObject({
    result: { kind: 'saved', file: { filename: 'meter.jpg' } },
  })
})

it.each([
  ['uploadFileV2', 'This is not possible here. Get in touch if you need it'],
  ['saveEntityFile', 'Uploaded, but not saved. This is not possible here. Get in touch if you need it'],
] as const)('has words for a customer where %s is refused', async (operation, words) => {
  const { server, add } = portal()
  server.failNext(operation, { status: 403 })
  const upload = add(meter)

  await reaches(upload, 'failed')

  const now = upload.state.getState()
  expect(now.status === 'failed' && describeError(now.error, en).what).toBe(words)
})

it('throws at once without an entity: a portal knows no files but those of entities', () => {
  const { client } = portal()

  expect(() => client.uploads.add([meter], { scope: 's', mode: 'portal' })).toThrow('say which by `entity`')
})

it('waits for the network where that goes between the bytes and the save, and then goes on by itself', async () => {
  const server = createFileServer()
  const connection = createManualConnection()
  const client = createFileClient({
    getToken: () => 'token',
    journal: 'off',
    fetch: server.fetch,
    async putBlob(request) {
      await server.putBlob(request)
      connection.goOffline()
    },
    clock: createManualClock(),
    connection,
  })
  const [upload] = client.uploads.add([meter], { scope: 's', mode: 'portal', entity: contract }) as [Upload]

  await reaches(upload, 'waiting')
  expect(upload.state.getState()).toMatchObject({
    waiting: { for: 'network' },
    checkpoint: { reached: 's3' },
  })
  connection.goOnline()
  await reaches(upload, 'done')
  expect(server.ledger.count('put')).toBe(1)
  expect(server.filesOf(contract)).toHaveLength(1)
})

it('finds a file whose answer got lost in the list of its entity', async () => {
  const { server, add } = portal({ fault: 'lost-answer' })
  const upload = add(meter)

  await reaches(upload, 'done')

  expect(server.ledger.count('saveEntityFile')).toBe(1)
  expect(server.filesOf(contract)).toHaveLength(1)
})

it.each<Fault>(['network', { status: 500 }])(
  'saves again once two looks have found nothing: %j',
  async (fault) => {
    const { server, clock, add } = portal({ fault })
    const upload = add(meter)

    await reaches(upload, 'checking')
    await clock.advance(10_000)
    await reaches(upload, 'done')

    expect(server.ledger.count('saveEntityFile')).toBe(2)
    expect(server.ledger.count('put')).toBe(1)
    expect(server.filesOf(contract)).toHaveLength(1)
  },
)

it('takes a 404 for the second answer to a call that the browser sent twice', async () => {
  const { server, add } = portal({ sendsTwice: true })
  const upload = add(meter)

  await reaches(upload, 'done')

  expect(server.filesOf(contract)).toHaveLength(1)
})

it('leaves it to a person where the bytes are gone and no file is to be found', async () => {
  const { server, clock, add } = portal({ fault: { status: 404 } })
  const upload = add(meter)

  await reaches(upload, 'checking')
  await clock.advance(10_000)
  await reaches(upload, 'failed')

  expect(upload.state.getState()).toMatchObject({ error: { code: 'outcome-unknown', step: 'save' } })
  expect(server.ledger.count('saveEntityFile')).toBe(1)
})

it('does not take an older file of the same name and size for its own', async () => {
  const { server, clock, add } = portal({ fault: 'network' })
  server.relate(contract, [
    server.addFile({ filename: 'meter.jpg', size_bytes: 3000, shared_with_end_customer: true }),
  ])
  const upload = add(meter)

  await reaches(upload, 'checking')
  await clock.advance(10_000)
  await reaches(upload, 'done')

  expect(server.filesOf(contract)).toHaveLength(2)
})

it('tells apart two files of one name and size that set out together', async () => {
  const { server, clock, add } = portal({ fault: 'network' })
  const [lost, other] = [add(meter), add(aFile({ name: 'meter.jpg', sizeBytes: 3000 }))]

  await vi.waitFor(async () => {
    await clock.advance(10_000)
    expect([statusOf(lost), statusOf(other)]).toEqual(['done', 'done'])
  })

  const ids = [lost, other].map((upload) => {
    const now = upload.state.getState()
    return now.status === 'done' && now.result.kind === 'saved' ? now.result.file._id : undefined
  })
  expect(new Set(ids).size).toBe(2)
  expect(server.filesOf(contract)).toHaveLength(2)
})

it('lets the next of a name go on when the one before it is canceled in line', async () => {
  const { server, clock, add } = portal()
  server.failNext('saveEntityFile', 'hang')
  const first = add(meter)
  await vi.waitFor(() => expect(server.ledger.count('saveEntityFile')).toBe(1))
  const [second, third] = [add(meter), add(meter)]
  await Promise.all([reaches(second, 'saving'), reaches(third, 'saving')])

  second.cancel()
  await clock.advance(1000)
  expect(server.ledger.count('saveEntityFile')).toBe(1)
  await vi.waitFor(async () => {
    await clock.advance(30_000)
    expect([first, second, third].map(statusOf)).toEqual(['done', 'canceled', 'done'])
  })

  expect(server.filesOf(contract)).toHaveLength(2)
})

it('asks once what was there before when many set out together', async () => {
  const { server, client } = portal()
  const files = Array.from({ length: 12 }, (_, index) => aFile({ name: `${index}.jpg` }))
  const uploads = client.uploads.add(files, { scope: 's', mode: 'portal', entity: contract })

  await Promise.all(uploads.map((upload) => reaches(upload, 'done')))

  expect(server.filesOf(contract)).toHaveLength(12)
  expect(server.ledger.count('searchPortalUserEntities')).toBe(1)
})

it('deletes by the portal’s API what was canceled too late', async () => {
  const { server, add } = portal()
  const upload = add(meter)
  upload.state.subscribe((state) => {
    if (state.status === 'saving' && state.checkpoint.reached === 'save-sent') upload.cancel()
  })

  await reaches(upload, 'canceled')

  expect(upload.state.getState()).toEqual({ status: 'canceled', wasSaved: true })
  expect(server.filesOf(contract)).toEqual([])
  expect(server.ledger.count('deleteEntityFile')).toBe(1)
  expect(server.ledger.count('deleteFile')).toBe(0)
})

it('is not taken for what was deleted, which a list that lags still shows', async () => {
  const { server, clock, add } = portal({ server: { answers: { searchLagMs: 4000 } } })
  server.failNext('deleteEntityFile', { status: 429, headers: { 'Retry-After': '3' } })
  const upload = add(meter)
  const end = upload.state.subscribe((state) => {
    if (state.status === 'saving' && state.checkpoint.reached === 'save-sent') upload.cancel()
  })
  await vi.waitFor(() => expect(server.ledger.count('deleteEntityFile')).toBe(1))
  await clock.advance(3000)
  await reaches(upload, 'canceled')
  end()
  await clock.advance(2000)

  server.failNext('saveEntityFile', 'network')
  upload.retry()
  await allEnd([upload], clock)

  expect(server.filesOf(contract)).toHaveLength(1)
})

it('says why the portal refuses', async () => {
  const body = { message: 'The portal user is not activated yet', reason: 'PORTAL_USER_PENDING_ACTIVATION' }
  const { add } = portal({ fault: { status: 403, body } })
  const upload = add(meter)

  await reaches(upload, 'failed')

  expect(upload.state.getState()).toMatchObject({
    checkpoint: { reached: 's3' },
    error: { code: 'forbidden', step: 'save', reason: 'PORTAL_USER_PENDING_ACTIVATION' },
  })
})

it('goes on after a reload: what was saved is found, though its answer never came', async () => {
  const journal = createMemoryJournal()
  const tab = journal.openTab()
  const { server, clock, add } = portal({ tab })
  server.relate(contract, [
    server.addFile({ filename: 'meter.jpg', size_bytes: 3000, shared_with_end_customer: true }),
  ])
  // It arrives, and the page is gone before the answer.
  server.failNext('saveEntityFile', 'lost-answer')
  let searches = 0
  server.failBy((operation) =>
    operation === 'searchPortalUserEntities' && ++searches > 1 ? 'hang' : undefined,
  )
  add(meter)
  await vi.waitFor(() => expect(server.filesOf(contract)).toHaveLength(2))
  tab.kill()
  server.clearFaults()

  const { client } = clientOn(server, { clock, tab: journal.openTab() })
  await client.restore()
  const [found] = client.uploads.all() as readonly [Upload]
  await reaches(found, 'done')

  expect(found.mode).toBe('portal')
  expect(server.filesOf(contract)).toHaveLength(2)
  expect(server.ledger.count('saveEntityFile')).toBe(1)
  expect(server.ledger.count('put')).toBe(1)
})

it.each([
  ['at once', 0],
  ['when nothing tells of the first any more', 7_200_000],
])('does not take for its own, after a crash, what its page had saved before: %s', async (_, skippedMs) => {
  const journal = createMemoryJournal()
  const tab = journal.openTab()
  const { server, clock, add } = portal({ tab })
  const [first, second] = [image('one.'), image('two.')]
  await reaches(add(first), 'done')
  server.failNext('saveEntityFile', 'hang')
  add(second)
  await vi.waitFor(() => expect(server.ledger.count('saveEntityFile')).toBe(2))
  tab.kill()
  journal.skip(skippedMs)

  const { client } = clientOn(server, { clock, tab: journal.openTab() })
  await client.restore()
  await allEnd(client.uploads.all(), clock)

  expect(await tallyOf(server, [first, second])).toEqual(bothRight)
})

it('does not take for its own what another tab saves while it waits to try again', async () => {
  const journal = createMemoryJournal()
  const first = portal({ tab: journal.openTab(), fault: 'network' })
  const second = portal({ tab: journal.openTab(), like: first })
  const [mine, theirs] = [image('one.'), image('two.')]
  const upload = first.add(mine)
  await reaches(upload, 'checking')

  await allEnd([upload, second.add(theirs)], first.clock)

  expect(await tallyOf(first.server, [mine, theirs])).toEqual(bothRight)
})

it.each(['hears of', 'finds in the journal'])(
  'does not take for its own what another tab had just saved, and it %s',
  async (how) => {
    const journal = createMemoryJournal()
    const first = portal({ tab: journal.openTab(), server: { answers: { searchLagMs: 4000 } } })
    const [theirs, mine] = [image('one.'), image('two.')]
    const saved = first.add(theirs)
    const second = how === 'hears of' && portal({ tab: journal.openTab(), like: first })
    if (second) await second.client.restore()
    await allEnd([saved], first.clock)

    const { client, add } = second || portal({ tab: journal.openTab(), like: first })
    await client.restore()
    first.server.failNext('saveEntityFile', 'network')
    await allEnd([add(mine)], first.clock)

    expect(await tallyOf(first.server, [theirs, mine])).toEqual(bothRight)
  },
)

it('gives what it finds after a crash to the save that left last', async () => {
  const journal = createMemoryJournal()
  const tab = journal.openTab()
  const { server, clock, add } = portal({ tab, fault: { status: 404 } })
  const [first, second] = [image('one.'), image('two.')]
  const upload = add(first)
  await vi.waitFor(async () => {
    await clock.advance(1000)
    expect(upload.state.getState()).toMatchObject({ status: 'failed', error: { code: 'outcome-unknown' } })
  })
  server.failNext('saveEntityFile', 'lost-answer')
  server.failBy((operation) =>
    operation === 'searchPortalUserEntities' && server.filesOf(contract).length > 0 ? 'hang' : undefined,
  )
  add(second)
  await vi.waitFor(() => expect(server.filesOf(contract)).toHaveLength(1))
  tab.kill()
  server.clearFaults()

  const { client } = clientOn(server, { clock, tab: journal.openTab() })
  await client.restore()
  await allEnd(client.uploads.all(), clock)

  expect(await tallyOf(server, [first, second])).toEqual(bothRight)
})

it('takes nothing for its own while a later save of the same name is not known of either', async () => {
  const { server, clock, add } = portal({ fault: { status: 404 } })
  const files = [image('one.'), image('two.')] as const
  const first = add(files[0])
  const isUnknown = async (upload: Upload) => {
    await clock.advance(1000)
    expect(upload.state.getState()).toMatchObject({ status: 'failed', error: { code: 'outcome-unknown' } })
  }
  await vi.waitFor(() => isUnknown(first))
  server.failNext('saveEntityFile', 'lost-answer')
  server.failBy((operation) =>
    operation === 'searchPortalUserEntities' && server.filesOf(contract).length > 0
      ? { status: 403 }
      : undefined,
  )
  const second = add(files[1])
  await vi.waitFor(() => isUnknown(second))
  server.clearFaults()

  const looks = server.ledger.count('searchPortalUserEntities')
  first.retry()
  await vi.waitFor(() => expect(server.ledger.count('searchPortalUserEntities')).toBeGreaterThan(looks))
  await vi.waitFor(() => isUnknown(first))
  second.retry()
  await allEnd([second], clock)
  first.retry()
  await allEnd([first], clock)

  expect(await tallyOf(server, files)).toEqual(bothRight)
})

it('finds a file after a crash that it has heard of before, and knows whose it is', async () => {
  const journal = createMemoryJournal()
  const tab = journal.openTab()
  // As where the page is gone before its end is written down.
  const storage = {
    ...tab,
    async open() {
      const store = await tab.open()
      const put: typeof store.put = (entries) => store.put(entries.filter(({ result }) => result === null))
      return { ...store, put }
    },
  }
  const first = portal({ tab: storage })
  const second = portal({ tab: journal.openTab(), like: first })
  // From its first upload on a tab hears of the others.
  await reaches(second.add(aFile({ name: 'other.jpg' })), 'done')
  await reaches(first.add(meter), 'done')
  tab.kill()

  await second.client.restore()
  const found = second.client.uploads.all().at(-1) as Upload
  expect(found.file.name).toBe('meter.jpg')
  await allEnd([found], first.clock)

  expect(first.server.filesOf(contract)).toHaveLength(2)
  expect(first.server.ledger.count('saveEntityFile')).toBe(2)
})

interface Options {
  readonly fault?: Fault
  readonly server?: FileServerOptions
  readonly tab?: MemoryTab
  /** Another tab of the same browser. */
  readonly like?: Pick<ReturnType<typeof portal>, 'server' | 'clock'>
  /** As Chromium does when a reused connection dies: what is heard is the second answer. */
  readonly sendsTwice?: boolean
}

function portal({ fault, server: options, tab, like, sendsTwice = false }: Options = {}): {
  readonly server: FileServer
  readonly clock: ManualClock
  readonly client: FileClient
  readonly add: (file: File) => Upload
} {
  const clock = like?.clock ?? createManualClock()
  const server = like?.server ?? createFileServer({ clock, ...options })
  if (fault) server.failNext('saveEntityFile', fault)
  const { client } = clientOn(server, {
    clock,
    tab,
    ...(sendsTwice && {
      fetch: async (...request) => {
        const { url, method } = new Request(...request)
        if (method === 'POST' && url.endsWith('/v2/portal/entity/file')) await server.fetch(...request)
        return server.fetch(...request)
      },
    }),
  })
  const add = (file: File) => {
    const [upload] = client.uploads.add([file], { scope: 's', mode: 'portal', entity: contract })
    return upload as Upload
  }
  return { server, clock, client, add }
}

function clientOn(
  server: ReturnType<typeof createFileServer>,
  {
    clock,
    tab,
    fetch = server.fetch,
  }: { clock: ManualClock; tab?: MemoryTab | undefined; fetch?: FileClientOptions['fetch'] },
) {
  const client = createFileClient({
    getToken: () => 'token',
    owner: () => 'me',
    journal: tab ? { storage: tab } : 'off',
    ...(tab && { lock: tab.lock }),
    fetch: fetch ?? server.fetch,
    putBlob: server.putBlob,
    clock,
    connection: createManualConnection(),
    retry: createRetryPolicy({ random: () => 1 }),
  })
  return { client }
}

/** As phones call every photo; all as large, with other bytes. */
function image(content: string): File {
  return aFile({ name: 'image.jpg', content })
}

function tallyOf(server: FileServer, files: readonly File[]) {
  return server.tally(files.map((file) => ({ file, entity: contract })))
}

const bothRight = {
  right: ['image.jpg', 'image.jpg'],
  lost: [],
  doubled: [],
  damaged: [],
  orphaned: [],
  unexpected: [],
}

async function allEnd(uploads: readonly Upload[], clock: ManualClock) {
  await vi.waitFor(async () => {
    await clock.advance(1000)
    expect(uploads.map(statusOf)).toEqual(uploads.map(() => 'done'))
  })
}

function statusOf({ state }: Upload) {
  return state.getState().status
}

async function reaches(upload: Upload, status: UploadState['status']) {
  await vi.waitFor(() => expect(statusOf(upload)).toBe(status), { interval: 1 })
}
