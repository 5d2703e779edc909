import { expect, it, vi } from 'vitest'
import type { FileClientOptions, FileEntity, Upload, UploadState } from '../../src/core.js'
import { createFileClient, createRetryPolicy } from '../../src/core.js'
import type { Fault, FileServer, MemoryTab } from '../../src/testing.js'
import {
  aFile,
  anEntity,
  createFileServer,
  createManualClock,
  createManualConnection,
  createMemoryJournal,
} from '../../src/testing.js'

const opportunity = anEntity()
const plan2 = aFile({ name: 'plan 2.pdf', sizeBytes: 3000 })

it('makes a file the latest version of another, and leaves all else of that one', async () => {
  const { server, file, add } = scene()
  server.relate(opportunity, [file])
  const upload = add(plan2, { entity: opportunity, save: { _tags: ['new'] } })

  await reaches(upload, 'done')

  expect(upload.versionOf).toBe(file._id)
  expect(server.files()).toMatchObject([{ ...without(file), versions: [{ filename: 'plan 2.pdf' }, {}] }])
  expect(server.contentOf(file).size).toBe(3000)
  expect(server.ledger.count('addRelations')).toBe(0)
  expect(upload.state.getState()).toMatchObject({
    result: { kind: 'saved', file: { _id: file._id, versions: { length: 2 } } },
  })
  expect(server.ledger.calls().find(({ operation }) => operation === 'saveFileV2')).toMatchObject({
    url: 'https://file.sls.epilot.io/v2/files?version_only=true',
    body: { _id: file._id, filename: 'plan 2.pdf', access_control: 'private' },
  })
})

it.each(['journey', 'portal'] as const)('throws at once in mode "%s"', (mode) => {
  const { client, file } = scene()
  const options = { scope: 's', mode, entity: opportunity, versionOf: file._id }

  expect(() => client.uploads.add([plan2], options)).toThrow('leave out `versionOf`')
})

it('finds a version whose answer got lost', async () => {
  const { server, add } = scene({ fault: 'lost-answer' })
  const upload = add(plan2)

  await reaches(upload, 'done')

  expect(server.ledger.count('saveFileV2')).toBe(1)
  expect(versionsIn(server)).toEqual(['plan 2.pdf', 'plan.pdf'])
})

it.each<Fault>(['network', { status: 500 }])(
  'saves again once two looks have found nothing: %j',
  async (fault) => {
    const { server, clock, add } = scene({ fault })
    const upload = add(plan2)

    await reaches(upload, 'checking')
    await clock.advance(10_000)
    await reaches(upload, 'done')

    expect(server.ledger.count('saveFileV2')).toBe(2)
    expect(server.ledger.count('put')).toBe(1)
    expect(versionsIn(server)).toEqual(['plan 2.pdf', 'plan.pdf'])
  },
)

it('takes a 404 for the second answer to a call that the browser sent twice', async () => {
  const { server, add } = scene({ sendsTwice: true })
  const upload = add(plan2)

  await reaches(upload, 'done')

  expect(versionsIn(server)).toEqual(['plan 2.pdf', 'plan.pdf'])
})

it('leaves it to a person where the object is gone and no version is to be found', async () => {
  const { server, clock, add } = scene({ fault: { status: 404 } })
  const upload = add(plan2)

  await reaches(upload, 'checking')
  await clock.advance(10_000)
  await reaches(upload, 'failed')

  expect(upload.state.getState()).toMatchObject({ error: { code: 'outcome-unknown', step: 'save' } })
  expect(server.ledger.count('saveFileV2')).toBe(1)
})

it('leaves it to a person where the file cannot be read any more, and looks when asked', async () => {
  const { server, add } = scene({ fault: 'lost-answer' })
  server.failBy((operation) => (operation === 'getFile' && hasSaved(server) ? { status: 403 } : undefined))
  const upload = add(plan2)
  await reaches(upload, 'failed')
  expect(upload.state.getState()).toMatchObject({ error: { code: 'outcome-unknown' } })

  server.clearFaults()
  upload.retry()

  await reaches(upload, 'done')
  expect(server.ledger.count('saveFileV2')).toBe(1)
})

it.each([
  [403, 'forbidden'],
  [409, 'conflict'],
  [422, 'type-not-allowed'],
] as const)('fails with the reason where epilot refuses it: %i', async (status, code) => {
  const { server, add } = scene({ fault: { status } })
  const upload = add(plan2)

  await reaches(upload, 'failed')

  expect(upload.state.getState()).toMatchObject({ error: { code, step: 'save' } })
  expect(versionsIn(server)).toEqual(['plan.pdf'])
})

it('says that the file is gone where it was deleted meanwhile, before the save or with it', async () => {
  const { server, file, clock, add } = scene()
  const [before] = server.world.files.values()
  server.world.files.delete(file._id)
  const early = add(plan2)
  await reaches(early, 'failed')
  expect(early.state.getState()).toMatchObject({ error: { code: 'not-found', step: 'save' } })
  expect(server.ledger.count('saveFileV2')).toBe(0)

  if (before) server.world.files.set(file._id, before)
  server.failBy((operation) => {
    if (operation === 'saveFileV2') server.world.files.delete(file._id)
    return undefined
  })
  early.retry()
  await reaches(early, 'checking')
  await clock.advance(10_000)
  await reaches(early, 'failed')

  expect(early.state.getState()).toMatchObject({ error: { code: 'not-found', step: 'save' } })
})

it('saves two versions of one file one after the other, and tells them apart', async () => {
  const { server, clock, file, add } = scene({ fault: 'network' })
  const [lost, other] = [add(plan2), add(aFile({ name: 'plan 2.pdf', sizeBytes: 3000 }))]

  await vi.waitFor(async () => {
    await clock.advance(10_000)
    expect([statusOf(lost), statusOf(other)]).toEqual(['done', 'done'])
  })

  expect(versionsIn(server)).toEqual(['plan 2.pdf', 'plan 2.pdf', 'plan.pdf'])
  expect(
    await server.tally([lost, other].map(({ file: one }) => ({ file: one, versionOf: file._id }))),
  ).toEqual({
    right: ['plan 2.pdf', 'plan 2.pdf'],
    lost: [],
    doubled: [],
    damaged: [],
    orphaned: [],
    unexpected: [],
  })
})

it('does not take an older version of the same name and size for its own', async () => {
  const { server, clock, add } = scene()
  await reaches(add(plan2), 'done')
  server.failNext('saveFileV2', 'network')
  const upload = add(plan2)

  await reaches(upload, 'checking')
  await clock.advance(10_000)
  await reaches(upload, 'done')

  expect(versionsIn(server)).toEqual(['plan 2.pdf', 'plan 2.pdf', 'plan.pdf'])
})

it('does not take for its own what another upload has added since', async () => {
  const { server, clock, add } = scene({ fault: 'network' })
  server.failBy((operation) => (operation === 'getFile' && hasSaved(server) ? { status: 403 } : undefined))
  const lost = add(plan2)
  await reaches(lost, 'failed')
  server.clearFaults()
  await reaches(add(plan2), 'done')

  lost.retry()
  await reaches(lost, 'checking')
  await clock.advance(10_000)
  await reaches(lost, 'done')

  expect(versionsIn(server)).toEqual(['plan 2.pdf', 'plan 2.pdf', 'plan.pdf'])
})

it('lets tabs save versions of one file one after the other', async () => {
  const journal = createMemoryJournal()
  const first = scene({ tab: journal.openTab() })
  const second = scene({ tab: journal.openTab(), like: first })
  const names = ['a.pdf', 'b.pdf', 'c.pdf', 'd.pdf']
  const uploads = names.map((name, index) => (index % 2 === 0 ? first : second).add(aFile({ name })))

  await Promise.all(uploads.map((upload) => reaches(upload, 'done')))

  expect(new Set(versionsIn(first.server))).toEqual(new Set([...names, 'plan.pdf']))
  expect(versionsIn(first.server)).toHaveLength(5)
})

it.each(['sign-in', 'retry'] as const)(
  'keeps no other tab waiting while it waits itself: %s',
  async (what) => {
    const journal = createMemoryJournal()
    let isSignedIn = true
    const first = scene({ tab: journal.openTab(), isSignedIn: () => isSignedIn })
    if (what === 'retry') first.server.failNext('getFile', { status: 503 })
    const waiting = first.add(aFile({ name: 'a.pdf' }))
    const end = waiting.state.subscribe(({ status }) => {
      if (status === 'saving' && what === 'sign-in') isSignedIn = false
    })
    await vi.waitFor(() => expect(waiting.state.getState()).toMatchObject({ waiting: { for: what } }))
    const upload = scene({ tab: journal.openTab(), like: first }).add(plan2)

    await reaches(upload, 'done')

    expect(versionsIn(first.server)).toEqual(['plan 2.pdf', 'plan.pdf'])
    end()
    isSignedIn = true
    first.client.resume()
    await first.clock.advance(10_000)
    await reaches(waiting, 'done')
    expect(versionsIn(first.server)).toEqual(['a.pdf', 'plan 2.pdf', 'plan.pdf'])
  },
)

it('takes its turn once the tab before it is closed', async () => {
  const journal = createMemoryJournal()
  const tab = journal.openTab()
  const first = scene({ tab, fault: 'hang' })
  first.add(aFile({ name: 'a.pdf' }))
  await vi.waitFor(() => expect(first.server.ledger.count('saveFileV2')).toBe(1))
  const upload = scene({ tab: journal.openTab(), like: first }).add(plan2)
  await reaches(upload, 'saving')
  expect(first.server.ledger.count('saveFileV2')).toBe(1)

  tab.kill()

  await reaches(upload, 'done')
})

it.each([
  ['s3', 'before the save'],
  ['save-sent', 'that never left'],
  ['save-sent', 'whose answer nobody heard'],
] as const)('goes on from %s after a reload, with a save %s', async (reached, when) => {
  const journal = createMemoryJournal()
  const tab = journal.openTab()
  const first = scene({
    tab,
    fetchOf: (server) => async (input, init) => {
      const { pathname } = new URL(input instanceof Request ? input.url : input)
      const isSave = pathname === '/v2/files'
      if (when === 'before the save' && /^\/v2\/files\/[\da-f-]{36}$/.test(pathname)) return never
      if (when === 'that never left' && isSave) return never
      const answer = await server.fetch(input, init)
      return isSave ? never : answer
    },
  })
  first.add(plan2, { entity: opportunity })
  await vi.waitFor(() =>
    expect(journal.entries()).toMatchObject([{ versionOf: first.file._id, checkpoint: { reached } }]),
  )
  if (when === 'whose answer nobody heard') await vi.waitFor(() => expect(hasSaved(first.server)).toBe(true))
  tab.kill()

  const { client, clock, server } = scene({ tab: journal.openTab(), like: first })
  await client.restore()
  const [upload] = client.uploads.all() as [Upload]
  expect(upload).toMatchObject({ versionOf: first.file._id, entity: opportunity })
  await vi.waitFor(async () => {
    await clock.advance(10_000)
    expect(statusOf(upload)).toBe('done')
  })

  expect(server.ledger.count('put')).toBe(1)
  expect(versionsIn(server)).toEqual(['plan 2.pdf', 'plan.pdf'])
  expect(server.ledger.count('addRelations')).toBe(0)
})

it('keeps the version, and never deletes the file, where it is canceled too late', async () => {
  const { server, add } = scene()
  const upload = add(plan2)
  upload.state.subscribe((state) => {
    if ('checkpoint' in state && state.checkpoint.reached === 'save-sent') upload.cancel()
  })

  await reaches(upload, 'done')

  expect(upload.state.getState()).toMatchObject({ result: { kind: 'saved', tooLate: true } })
  expect(server.ledger.count('deleteFile')).toBe(0)
  expect(versionsIn(server)).toEqual(['plan 2.pdf', 'plan.pdf'])
})

it('is canceled for good where the save did not take effect', async () => {
  const { server, add } = scene({ fault: { status: 403 } })
  const upload = add(plan2)
  upload.state.subscribe((state) => {
    if ('checkpoint' in state && state.checkpoint.reached === 'save-sent') upload.cancel()
  })

  await reaches(upload, 'canceled')

  expect(versionsIn(server)).toEqual(['plan.pdf'])
})

interface SceneOptions {
  readonly fault?: Fault
  readonly tab?: MemoryTab
  /** The first save takes effect, and what comes next is the answer to the browser's own second one. */
  readonly sendsTwice?: boolean
  readonly isSignedIn?: () => boolean
  readonly fetchOf?: (server: FileServer) => typeof fetch
  /** The same epilot, seen from another tab. */
  readonly like?: { readonly server: FileServer; readonly file: FileEntity }
}

function scene(how: SceneOptions = {}) {
  const { fault, tab, sendsTwice = false, isSignedIn = () => true, fetchOf, like } = how
  const clock = createManualClock()
  const server = like?.server ?? createFileServer()
  const file = like?.file ?? server.addFile({ filename: 'plan.pdf' })
  const options: FileClientOptions = {
    getToken: () => (isSignedIn() ? 'token' : Promise.reject(new Error('signed out'))),
    owner: () => 'me',
    fetch: async (...request) => {
      const { url } = new Request(...request)
      if (sendsTwice && url.endsWith('version_only=true') && !hasSaved(server)) await server.fetch(...request)
      return (fetchOf?.(server) ?? server.fetch)(...request)
    },
    putBlob: server.putBlob,
    clock,
    connection: createManualConnection(),
    retry: createRetryPolicy({ random: () => 1 }),
    ...(tab ? { journal: { storage: tab }, lock: tab.lock } : { journal: 'off' }),
  }
  const client = createFileClient(options)
  if (fault) server.failNext('saveFileV2', fault)
  const add = (one: File, more: object = {}) =>
    client.uploads.add([one], { scope: 's', versionOf: file._id, ...more })[0] as Upload
  return { server, client, clock, file, add }
}

function hasSaved({ ledger }: FileServer): boolean {
  return ledger.count('saveFileV2') > 0
}

function versionsIn(server: FileServer) {
  return server.files().flatMap(({ versions = [] }) => versions.map(({ filename }) => filename))
}

/** What a new version does not change. */
function without(file: object) {
  const {
    versions: _,
    s3ref: __,
    size_bytes: ___,
    readable_size: ____,
    _updated_at: _____,
    ...rest
  } = file as Record<string, unknown>
  return rest
}

function statusOf({ state }: Upload) {
  return state.getState().status
}

async function reaches(upload: Upload, status: UploadState['status']) {
  await vi.waitFor(() => expect(statusOf(upload)).toBe(status), { interval: 1 })
}

const never = new Promise<never>(() => {})
