import fc from 'fast-check'
import { expect, it } from 'vitest'
import { createFileClient, createRetryPolicy, isLive } from '../../src/core.js'
import type { FileClient, Upload, UploadState } from '../../src/core.js'
import type {
  Fault,
  FileServer,
  ManualClock,
  ManualConnection,
  MemoryJournal,
  MemoryTab,
  Operation,
} from '../../src/testing.js'
import {
  aFile,
  createFileServer,
  createManualClock,
  createManualConnection,
  createMemoryJournal,
} from '../../src/testing.js'

// Any order of wishes, faults and crashes, by virtual time. What must hold is DESIGN's promise: each file exactly once.

it('saves each file exactly once, whatever happens and whatever is wished', async () => {
  const runs = Number(process.env.EF_MODEL_RUNS ?? 2000)
  await fc.assert(
    fc.asyncProperty(
      fc.commands([...wishes, ...faults, ...weather], { maxCommands: 30, size: '+1' }),
      async (commands) => {
        const real = aWorld()
        await openPage(real)
        await fc.asyncModelRun(() => ({ model: {}, real }), commands)
        await calmDown(real)
        for (const upload of [...real.uploads, ...real.over]) expectOnce(upload, real)
        expect(real.broken).toEqual([])
      },
    ),
    { numRuns: runs },
  )
}, 300_000)

interface World {
  /** Of the page as it was loaded last. */
  client: FileClient
  tab: MemoryTab
  readonly journal: MemoryJournal
  readonly server: FileServer
  readonly clock: ManualClock
  readonly connection: ManualConnection
  /** In the page that was loaded last. */
  uploads: Upload[]
  /** Those that had ended before it was loaded. */
  readonly over: Upload[]
  /** Promises that did not hold on the way. */
  readonly broken: string[]
  isSignedIn: boolean
  /** The page crashes as soon as such a call has taken effect. */
  mayNotHear: 'put' | 'save' | 'anything' | undefined
}

/** A page that nobody has loaded yet. */
function aWorld(): World {
  const clock = createManualClock()
  const connection = createManualConnection()
  const server = createFileServer({ clock, answers: { searchLagMs: 2000, secondSave: 'second-entity' } })
  const journal = createMemoryJournal()
  const tab = journal.openTab()
  const client = createFileClient({ journal: 'off' })
  return {
    client,
    tab,
    journal,
    server,
    clock,
    connection,
    uploads: [],
    over: [],
    broken: [],
    isSignedIn: true,
    mayNotHear: undefined,
  }
}

/** Loads the page, once more after a crash: what was under way is found again. */
async function openPage(real: World): Promise<void> {
  const { journal, server, clock, connection } = real
  const tab = journal.openTab()
  real.tab.kill()
  real.tab = tab
  real.mayNotHear = undefined
  // There and back again takes a while, in which the page may go: then nothing leaves it, or nobody hears the answer.
  const isOpen = () => real.tab === tab && real.mayNotHear !== 'anything'
  const overTheWire = async <T>(what: 'put' | 'save' | 'other', call: () => Promise<T>): Promise<T> => {
    await pass(clock, 20)
    if (!isOpen()) return new Promise(() => {})
    const answer = await call()
    if (isOpen() && real.mayNotHear === what) real.mayNotHear = 'anything'
    await pass(clock, 20)
    return isOpen() ? answer : new Promise(() => {})
  }
  real.client = createFileClient({
    owner: () => 'me',
    journal: { storage: tab },
    getToken: () => (real.isSignedIn ? 'token' : Promise.reject(new Error('signed out'))),
    fetch: (...request) =>
      overTheWire(isSave(...request) ? 'save' : 'other', () =>
        connection.isOnline() ? server.fetch(...request) : Promise.reject(new TypeError()),
      ),
    putBlob: (request) =>
      overTheWire('put', () =>
        server.putBlob(connection.isOnline() ? request : { ...request, url: 'https://nowhere.invalid/' }),
      ),
    clock,
    connection,
    lanes: { send: 2, ahead: 1, save: 2 },
    retry: createRetryPolicy({ attempts: 3, random: () => 1 }),
    logger: { warn() {} },
  })
  await real.client.restore()
  const before = real.uploads
  real.uploads = [...real.client.uploads.all()]
  const found = new Set(real.uploads.map(({ id }) => id))
  for (const upload of real.uploads) watch(upload, real)
  for (const upload of before) {
    if (found.delete(upload.id)) continue
    const { status } = upload.state.getState()
    if (status !== 'done' && status !== 'canceled') real.broken.push(`a ${status} upload is lost`)
    real.over.push(upload)
  }
  if (found.size > 0) real.broken.push('an upload is found that was never added')
}

function isSave(input: RequestInfo | URL, init?: RequestInit): boolean {
  return (
    init?.method === 'POST' && new URL(input instanceof Request ? input.url : input).pathname === '/v2/files'
  )
}

function pass(clock: ManualClock, ms: number): Promise<void> {
  return new Promise((resolve) => clock.setTimeout(resolve, ms))
}

/** One thing that happens. */
class Step implements fc.AsyncCommand<object, World> {
  readonly name: string
  readonly happen: (real: World) => unknown

  constructor(name: string, happen: (real: World) => unknown) {
    this.name = name
    this.happen = happen
  }
  check = () => true
  async run(_: object, real: World) {
    await this.happen(real)
    await real.clock.advance(0)
    if (real.mayNotHear === 'anything') await openPage(real)
  }
  toString = () => this.name
}

const which = fc.nat({ max: 5 })
const wishes = [
  fc.integer({ min: 1, max: 3 }).map((count) => new Step(`add ${count}`, (real) => add(real, count))),
  ...(['pause', 'resume', 'cancel', 'retry'] as const).map((wish) =>
    which.map((index) => new Step(`${wish} #${index}`, ({ uploads }) => uploads[index]?.[wish]())),
  ),
]
const faults = [
  fc
    .record({
      operation: fc.constantFrom<Operation>(
        'uploadFileV2',
        'put',
        'saveFileV2',
        'searchEntities',
        'deleteFile',
      ),
      fault: fc.constantFrom<Fault>(
        'network',
        'lost-answer',
        { status: 500 },
        { status: 403 },
        { status: 404 },
        { status: 429, headers: { 'Retry-After': '7' } },
        { status: 503, headers: { 'Retry-After': '7' } },
      ),
    })
    .map(
      ({ operation, fault }) =>
        new Step(`${operation}: ${JSON.stringify(fault)}`, ({ server }) => server.failNext(operation, fault)),
    ),
]
const weather = [
  fc.constantFrom(10, 1000, 6000, 40_000).map((ms) => new Step(`${ms} ms`, ({ clock }) => clock.advance(ms))),
  fc.constant(new Step('crash', openPage)),
  fc
    .constantFrom('put' as const, 'save' as const)
    .map((call) => new Step(`crash after ${call}`, (real) => (real.mayNotHear = call))),
  fc.constant(new Step('offline', ({ connection }) => connection.goOffline())),
  fc.constant(new Step('online', ({ connection }) => connection.goOnline())),
  fc.constant(new Step('signed out', (real) => (real.isSignedIn = false))),
  fc.constant(new Step('signed in', signIn)),
]

function add(real: World, count: number): void {
  if (real.uploads.length + real.over.length + count > 6) return
  const files = Array.from({ length: count }, (_, index) => aFile({ name: `${index}.pdf`, sizeBytes: 8 }))
  for (const upload of real.client.uploads.add(files, { scope: 's' })) {
    real.uploads.push(upload)
    watch(upload, real)
  }
}

/** Notes what no state may ever do. */
function watch(upload: Upload, { broken }: World): void {
  let isStored = false
  let last: UploadState = upload.state.getState()
  upload.state.subscribe((state) => {
    if (state.status === 'uploading') {
      if (isStored) broken.push('bytes are sent again after S3 has them')
      if (state.sentBytes > state.totalBytes) broken.push('more is sent than there is')
      if (last.status === 'uploading' && state.sentBytes < last.sentBytes) broken.push('progress goes back')
    }
    if (state.status === 'saving') isStored = true
    if (last.status === 'canceling' && state.status === 'done' && state.result.kind === 'saved') {
      if (!state.result.notDeleted) broken.push('what was canceled is kept without a reason')
    }
    // A canceled upload starts from the beginning.
    if (state.status === 'canceled') isStored = false
    last = state
  })
}

function signIn(real: World): void {
  real.isSignedIn = true
  real.client.resume()
}

/** Everything works again, and there is all the time in the world. */
async function calmDown(real: World): Promise<void> {
  real.server.clearFaults()
  real.mayNotHear = undefined
  signIn(real)
  real.connection.goOnline()
  for (const upload of real.uploads) {
    upload.resume()
    upload.giveFile(aFile({ name: upload.file.name, sizeBytes: 8 }))
  }
  await real.clock.advance(600_000)
}

function expectOnce(upload: Upload, { server }: World): void {
  const state = upload.state.getState()
  const saved = server.files().filter((file: object) => 'upload_id' in file && file.upload_id === upload.id)
  expect(isLive(state), `${state.status} is no end`).toBe(false)
  if (state.status === 'canceled') expect(saved).toHaveLength(0)
  if (state.status === 'done') expect(saved).toHaveLength(1)
  expect(saved.length).toBeLessThanOrEqual(1)
}
