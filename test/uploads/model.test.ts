import fc from 'fast-check'
import { beforeAll, expect, it } from 'vitest'
import { createFileClient, createRetryPolicy, isLive } from '../../src/core.js'
import type { FileClient, FileEntity, FileVersion, JournalMode, Upload, UploadState } from '../../src/core.js'
import { isFileChanged } from '../../src/transfer/upload-state.js'
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

// What comes in a chunk of its own comes in real time, which no virtual one waits for.
beforeAll(async () => {
  await Promise.all([
    import('../../src/transfer/save-portal-once.js'),
    import('../../src/transfer/save-version-once.js'),
    import('../../src/api/portal-api.js'),
  ])
})

it.each(['saved', 'attached', 'portal', 'versions'] as const)(
  'saves each file exactly once, whatever happens and whatever is wished (%s)',
  async (kind) => {
    const runs = Number(process.env.EF_MODEL_RUNS ?? 2000)
    await fc.assert(sceneProperty(kind), { numRuns: kind === 'saved' ? runs : Math.ceil(runs / 2) })
  },
  300_000,
)

/**
 * `saved`: files alone. `attached`: files of an entity, which may refuse them or take them only by approval. `portal`: those
 * of a portal user, which carry no mark. `versions`: new versions of one file or another, which carry none either.
 */
type Kind = 'saved' | 'attached' | 'portal' | 'versions'

function sceneProperty(kind: Kind) {
  const faults = faultsOf(kind)
  const more = kind === 'attached' ? attachWishes : []
  // What is drawn as often as any other is seldom where it has to be to hurt.
  const commands = [...wishes, ...more, ...devices, ...faults, ...faults, ...faults, ...weather]
  const chosenBy = fc.commands(commands, { maxCommands: 30, size: '+1' })
  return fc.asyncProperty(fc.constantFrom('files', 'refs'), chosenBy, async (mode, chosen) => {
    const real = aWorld(kind, mode)
    await openPage(real)
    await fc.asyncModelRun(() => ({ model: {}, real }), chosen)
    await calmDown(real)
    for (const upload of [...real.uploads, ...real.over]) await expectOnce(upload, real)
    if (kind === 'versions') expectOnlyVersions(real)
    for (const file of real.replaced) expect(await filesLike(real.server, file)).toEqual([])
    expect(real.broken).toEqual([])
  })
}

interface World {
  readonly kind: Kind
  readonly mode: JournalMode
  /** By upload: what was added. Each file has bytes of its own, though not always a name. */
  readonly added: Map<string, File>
  /** Those that have changed on the device: they can no longer be read. */
  readonly changed: Set<Blob>
  /** Those whose place others have taken: nobody saves them. */
  readonly replaced: File[]
  /** Of the page as it was loaded last. */
  client: FileClient
  tab: MemoryTab
  second: Page | undefined
  readonly journal: MemoryJournal
  readonly server: FileServer
  readonly clock: ManualClock
  readonly connection: ManualConnection
  /** In the page that was loaded last. */
  uploads: Upload[]
  /** Those that had ended before it was loaded. */
  readonly over: Upload[]
  /** Those that nobody knew of any more when it was loaded, for want of room. */
  readonly lost: Set<Upload>
  /** Promises that did not hold on the way. */
  readonly broken: string[]
  session: 'open' | 'over' | 'silent'
  /** Whether somebody else has signed in on this page. */
  isSomebodyElse: boolean
  /** Whether the journal had no room at some time: what happened then may be forgotten, and may still not happen twice. */
  wasFull: boolean
  /** The page crashes as soon as such a call has taken effect. */
  mayNotHear: 'put' | 'save' | 'attach' | 'anything' | undefined
}

/** A page that nobody has loaded yet. */
function aWorld(kind: Kind, mode: JournalMode): World {
  const clock = createManualClock()
  const connection = createManualConnection()
  const server = createFileServer({
    clock,
    answers: { searchLagMs: 2000, secondSave: 'second-entity' },
    schemas: [{ slug: byApproval.slug, attributes: [{ name: '_files', edit_mode: 'approval' }] }],
  })
  if (kind === 'versions') for (const file of versioned) server.addFile(file)
  const journal = createMemoryJournal()
  const tab = journal.openTab()
  const client = createFileClient({ journal: 'off' })
  return {
    kind,
    mode,
    added: new Map(),
    changed: new Set(),
    replaced: [],
    client,
    tab,
    second: undefined,
    journal,
    server,
    clock,
    connection,
    uploads: [],
    over: [],
    lost: new Set(),
    broken: [],
    session: 'open',
    isSomebodyElse: false,
    wasFull: false,
    mayNotHear: undefined,
  }
}

interface Page {
  readonly client: FileClient
  readonly tab: MemoryTab
}

/** Loads the page, once more after a crash: what was under way is found again. */
async function openPage(real: World): Promise<void> {
  // As it is taken over: what a person has lost nobody wants to lose again.
  real.isSomebodyElse = false
  const page = real.second ?? aPage(real)
  real.tab.kill()
  real.second = undefined
  real.mayNotHear = undefined
  Object.assign(real, page)
  await real.client.restore()
  await real.clock.advance(0)
  const before = real.uploads
  real.uploads = [...real.client.uploads.all()]
  const found = new Set(real.uploads.map(({ id }) => id))
  for (const upload of real.uploads) watch(upload, real)
  for (const upload of before) {
    if (found.delete(upload.id)) continue
    const { status } = upload.state.getState()
    if (status !== 'done' && status !== 'canceled') {
      if (real.wasFull) real.lost.add(upload)
      else real.broken.push(`a ${status} upload is lost`)
    }
    real.over.push(upload)
  }
  if (found.size > 0) real.broken.push('an upload is found that was never added')
}

/** Opens a second tab, which only looks on until the first one crashes. */
async function openSecond(real: World): Promise<void> {
  if (real.second || real.isSomebodyElse) return
  real.second = aPage(real)
  await real.second.client.restore()
}

function aPage(real: World): Page {
  const { journal, server, clock, connection } = real
  const tab = journal.openTab()
  // There and back again takes a while, in which the page may go: then nothing leaves it, or nobody hears the answer.
  const isOpen = () => (real.tab === tab && real.mayNotHear !== 'anything') || real.second?.tab === tab
  const overTheWire = async <T>(
    what: 'put' | 'save' | 'attach' | 'other',
    call: () => Promise<T>,
  ): Promise<T> => {
    if (real.second?.tab === tab) real.broken.push(`a tab that only looks on makes a call (${what})`)
    await pass(clock, 20)
    if (!isOpen()) return new Promise(() => {})
    const answer = await call()
    if (isOpen() && real.mayNotHear === what) real.mayNotHear = 'anything'
    await pass(clock, 20)
    return isOpen() ? answer : new Promise(() => {})
  }
  const client = createFileClient({
    owner: () => (real.isSomebodyElse ? 'somebody else' : 'me'),
    journal: { mode: real.mode, storage: tab },
    getToken() {
      if (real.session === 'silent') return new Promise(() => {})
      return real.session === 'open' ? 'token' : Promise.reject(new Error('signed out'))
    },
    fetch: (...request) =>
      overTheWire(kindOf(...request), () =>
        connection.isOnline() ? server.fetch(...request) : Promise.reject(new TypeError()),
      ),
    putBlob: (request) =>
      overTheWire('put', () => {
        const isSent = connection.isOnline() && !real.changed.has(request.body)
        return server.putBlob(isSent ? request : { ...request, url: 'https://nowhere.invalid/' })
      }),
    clock,
    connection,
    lock: tab.lock,
    lanes: { send: 2, ahead: 1, save: 2 },
    retry: createRetryPolicy({ attempts: 3, random: () => 1 }),
    logger: { warn() {} },
  })
  return { client, tab }
}

function kindOf(input: RequestInfo | URL, init?: RequestInit): 'save' | 'attach' | 'other' {
  const { pathname } = new URL(input instanceof Request ? input.url : input)
  if (init?.method !== 'POST') return 'other'
  if (pathname === '/v2/files' || pathname === '/v2/portal/entity/file') return 'save'
  return pathname.endsWith('/relations') ? 'attach' : 'other'
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
  fc
    .tuple(fc.integer({ min: 1, max: 3 }), fc.boolean())
    .map(
      ([count, areNamesakes]) =>
        new Step(`add ${count}${areNamesakes ? ' of one name' : ''}`, (real) =>
          add(real, count, areNamesakes),
        ),
    ),
  ...(['pause', 'resume', 'cancel', 'retry'] as const).map((wish) =>
    which.map((index) => new Step(`${wish} #${index}`, ({ uploads }) => uploads[index]?.[wish]())),
  ),
]
const devices = [
  which.map((index) => new Step(`change #${index}`, (real) => change(real, index))),
  which.map((index) => new Step(`another for #${index}`, (real) => giveAnother(real, index))),
]
const direct = { slug: 'opportunity', id: '1' }
const byApproval = { slug: 'contract', id: '2' }
const attachWishes = [
  ...[direct, byApproval].map((entity) =>
    which.map(
      (index) => new Step(`to ${entity.slug} #${index}`, ({ uploads }) => uploads[index]?.attachTo(entity)),
    ),
  ),
  which.map((index) => new Step(`keep #${index}`, ({ uploads }) => uploads[index]?.keepUnattached())),
]
const operationsOf: Readonly<Record<Kind, readonly Operation[]>> = {
  saved: ['uploadFileV2', 'put', 'saveFileV2', 'searchEntities', 'deleteFile'],
  attached: ['saveFileV2', 'addRelations', 'getRelationsV3', 'listChangesets', 'deleteFile'],
  portal: ['uploadFileV2', 'put', 'saveEntityFile', 'searchPortalUserEntities', 'deleteEntityFile'],
  versions: ['uploadFileV2', 'put', 'saveFileV2', 'getFile'],
}
const faultsOf = (kind: Kind) => [
  fc
    .record({
      operation: fc.constantFrom(...operationsOf[kind]),
      fault: fc.constantFrom<Fault>(
        'network',
        'lost-answer',
        'hang',
        { status: 500 },
        { status: 401 },
        { status: 200, body: '<h1>Sign in</h1>' },
        { status: 403 },
        { status: 404 },
        { status: 429, headers: { 'Retry-After': '7' } },
        { status: 503, headers: { 'Retry-After': '7' } },
      ),
    })
    // Whoever answers a delete with 404 has no such file.
    .filter(({ operation, fault }) => !operation.startsWith('delete') || JSON.stringify(fault) !== notFound)
    .map(
      ({ operation, fault }) =>
        new Step(`${operation}: ${JSON.stringify(fault)}`, ({ server }) => server.failNext(operation, fault)),
    ),
  fc
    .constantFrom<Fault>('expired-link', 'wrong-signature', 'cors', { cutAtByte: 4 }, { stallAtByte: 4 })
    .map((fault) => new Step(`put: ${JSON.stringify(fault)}`, ({ server }) => server.failNext('put', fault))),
]
const notFound = JSON.stringify({ status: 404 })
const weather = [
  fc.constantFrom(10, 1000, 6000, 40_000).map((ms) => new Step(`${ms} ms`, ({ clock }) => clock.advance(ms))),
  fc.constant(new Step('crash', openPage)),
  fc.constant(new Step('a second tab', openSecond)),
  fc
    .constantFrom('put' as const, 'save' as const, 'attach' as const)
    .map((call) => new Step(`crash after ${call}`, (real) => (real.mayNotHear = call))),
  fc.constant(new Step('offline', ({ connection }) => connection.goOffline())),
  fc.constant(new Step('online', ({ connection }) => connection.goOnline())),
  fc.constant(new Step('signed out', (real) => (real.session = 'over'))),
  fc.constant(new Step('no token comes', (real) => (real.session = 'silent'))),
  fc.constant(new Step('signed in', signIn)),
  fc.constant(new Step('somebody else', (real) => (real.isSomebodyElse = true))),
  fc.constant(new Step('a day', (real) => aDay(real))),
  fc.constantFrom('bytes' as const, 'all' as const).map(
    (what) =>
      new Step(`no room for ${what}`, (real) => {
        real.journal.fillUp(what)
        real.wasFull ||= what === 'all'
      }),
  ),
  fc.constant(new Step('room', ({ journal }) => journal.makeRoom())),
]

function add(real: World, count: number, areNamesakes: boolean): void {
  const { kind, added } = real
  if (added.size + count > 6 || real.isSomebodyElse) return
  const files = Array.from({ length: count }, (_, index) => {
    const content = String(added.size + index).padStart(8, '0')
    // Versions are told apart by their names.
    const name = areNamesakes && kind !== 'versions' ? 'photo.jpg' : `${content}.pdf`
    return aFile({ name, content })
  })
  const options = {
    saved: {},
    attached: { entity: added.size % 2 === 0 ? direct : byApproval },
    portal: { entity: direct, mode: 'portal' },
    versions: { entity: direct, versionOf: versioned[added.size % 2]?._id },
  } as const
  real.client.uploads.add(files, { scope: 's', ...options[kind] }).forEach((upload, index) => {
    added.set(upload.id, files[index]!)
    real.uploads.push(upload)
    watch(upload, real)
  })
}

/** What is on the device is no longer what was picked: the browser gives out none of it. */
function change({ uploads, changed }: World, index: number): void {
  const file = uploads[index]?.bytes
  if (!file) return
  changed.add(file)
  const stream = () => new ReadableStream({ pull: (source) => source.error(new Error('changed')) })
  Object.assign(file, { stream })
}

/** A file takes the place of one that changed. */
function giveAnother({ uploads, added, replaced }: World, index: number): void {
  const upload = uploads[index]
  const old = upload && added.get(upload.id)
  if (!old || !isFileChanged(upload.state.getState())) return
  const content = `another ${replaced.length}`
  const file = aFile({ name: `${content}.pdf`, content })
  if (!upload.giveFile(file)) return
  replaced.push(old)
  added.set(upload.id, file)
}

/** Longer than S3 keeps what nobody saves. */
function aDay({ clock, journal }: World): Promise<void> {
  const ms = 25 * 60 * 60 * 1000
  journal.skip(ms)
  return clock.advance(ms)
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
    if (last.status === 'canceling' && state.status === 'failed') {
      const { error, isUnwanted } = state
      if (!isUnwanted || error.code !== 'outcome-unknown' || error.step !== 'save')
        broken.push(`what was canceled fails: ${error.code} at ${error.step}`)
    }
    if (last.status === 'canceling' && state.status === 'done' && state.result.kind === 'saved') {
      if (!state.result.notDeleted && !state.result.tooLate)
        broken.push('what was canceled is kept without a reason')
    }
    // A canceled upload starts from the beginning, and so does one of which S3 keeps nothing any more.
    const isDropped = state.status === 'waiting' && state.waiting.for === 'file' && state.waiting.expired
    if (state.status === 'canceled' || isDropped) isStored = false
    last = state
  })
}

function signIn(real: World): void {
  real.session = 'open'
  real.isSomebodyElse = false
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
    const file = real.added.get(upload.id)
    if (file) upload.giveFile(file)
  }
  await real.clock.advance(600_000)
}

async function expectOnce(upload: Upload, { server, kind, added, lost }: World): Promise<void> {
  const state = upload.state.getState()
  const file = added.get(upload.id)!
  const saved = kind === 'versions' ? versionsNamed(server, file.name) : await filesLike(server, file)
  if (!lost.has(upload)) expect(isLive(state), `${state.status} is no end`).toBe(false)
  if (state.status === 'canceled') expect(saved).toHaveLength(0)
  if (state.status === 'done') expect(saved).toHaveLength(1)
  expect(saved.length).toBeLessThanOrEqual(1)
  if (kind === 'attached') expectAttachedOnce(state, await filesLike(server, file), server)
}

const versioned = [
  { _id: 'a0000000-0000-4000-8000-000000000001', filename: 'plan.pdf' },
  { _id: 'a0000000-0000-4000-8000-000000000002', filename: 'offer.pdf' },
]

/** The saved files of these very bytes. */
async function filesLike(server: FileServer, file: File): Promise<readonly FileEntity[]> {
  const content = await file.text()
  const contents = await Promise.all(server.files().map((saved) => server.contentOf(saved).text()))
  return server.files().filter((_, index) => contents[index] === content)
}

function versionsNamed(server: FileServer, name: string): readonly FileVersion[] {
  return server.files().flatMap(({ versions = [] }) => versions.filter(({ filename }) => filename === name))
}

/** The files themselves are there as they were, with what they began with, and related to nothing. */
function expectOnlyVersions({ server }: World): void {
  expect(server.files().map(({ _id, filename }) => ({ _id, filename }))).toEqual(versioned)
  for (const { filename } of versioned) {
    expect(versionsNamed(server, filename)).toHaveLength(1)
  }
  expect(server.ledger.count('deleteFile') + server.ledger.count('addRelations')).toBe(0)
}

/** Related, or proposed, once, and to nothing at all where that was given up. */
function expectAttachedOnce(state: UploadState, saved: readonly FileEntity[], server: FileServer): void {
  if (state.status !== 'done' || state.result.kind !== 'saved' || state.result.notDeleted) return
  for (const entity of [direct, byApproval]) server.applyChangesets(entity)
  const places = [direct, byApproval].flatMap((entity) =>
    server.filesOf(entity).filter(({ _id }) => saved.some((file) => file._id === _id)),
  )
  expect(places).toHaveLength(state.result.attach === 'none' ? 0 : 1)
}
