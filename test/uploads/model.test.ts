import fc from 'fast-check'
import { expect, it } from 'vitest'
import { createFileClient, createRetryPolicy, isLive } from '../../src/core.js'
import type { FileClient, Upload, UploadState } from '../../src/core.js'
import type { Fault, FileServer, ManualClock, ManualConnection, Operation } from '../../src/testing.js'
import { aFile, createFileServer, createManualClock, createManualConnection } from '../../src/testing.js'

// Any order of wishes and faults, by virtual time. What must hold is DESIGN's promise: each file exactly once.

it('saves each file exactly once, whatever happens and whatever is wished', async () => {
  const runs = Number(process.env.EF_MODEL_RUNS ?? 2000)
  await fc.assert(
    fc.asyncProperty(
      fc.commands([...wishes, ...faults, ...weather], { maxCommands: 30, size: '+1' }),
      async (commands) => {
        const real = aWorld()
        await fc.asyncModelRun(() => ({ model: {}, real }), commands)
        await calmDown(real)
        for (const upload of real.uploads) expectOnce(upload, real)
        expect(real.broken).toEqual([])
      },
    ),
    { numRuns: runs },
  )
}, 300_000)

interface World {
  readonly client: FileClient
  readonly server: FileServer
  readonly clock: ManualClock
  readonly connection: ManualConnection
  readonly uploads: Upload[]
  /** Promises that did not hold on the way. */
  readonly broken: string[]
  isSignedIn: boolean
}

function aWorld(): World {
  const clock = createManualClock()
  const connection = createManualConnection()
  const server = createFileServer({ clock, answers: { searchLagMs: 2000 } })
  const client = createFileClient({
    getToken: () => (real.isSignedIn ? 'token' : Promise.reject(new Error('signed out'))),
    fetch: (...request) =>
      connection.isOnline() ? server.fetch(...request) : Promise.reject(new TypeError()),
    putBlob: (request) =>
      connection.isOnline()
        ? server.putBlob(request)
        : server.putBlob({ ...request, url: 'https://nowhere.invalid/' }),
    clock,
    connection,
    lanes: { send: 2, ahead: 1, save: 2 },
    retry: createRetryPolicy({ attempts: 3, random: () => 1 }),
    logger: { warn() {} },
  })
  const real: World = { client, server, clock, connection, uploads: [], broken: [], isSignedIn: true }
  return real
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
  fc.constant(new Step('offline', ({ connection }) => connection.goOffline())),
  fc.constant(new Step('online', ({ connection }) => connection.goOnline())),
  fc.constant(new Step('signed out', (real) => (real.isSignedIn = false))),
  fc.constant(new Step('signed in', signIn)),
]

function add(real: World, count: number): void {
  if (real.uploads.length + count > 6) return
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
  signIn(real)
  real.connection.goOnline()
  for (const upload of real.uploads) upload.resume()
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
