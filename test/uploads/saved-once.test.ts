import { expect, it, vi } from 'vitest'
import { createFileClient, createRetryPolicy } from '../../src/core.js'
import type { FileClientOptions, Upload, UploadState } from '../../src/core.js'
import type { Answers, Fault } from '../../src/testing.js'
import { aFile, createFileServer, createManualClock, createManualConnection } from '../../src/testing.js'

it('looks for a file whose answer got lost, and finds it', async () => {
  const { upload, server, seen } = save({ fault: 'lost-answer' })

  await ends(upload)

  expect(upload.state.getState()).toMatchObject({ status: 'done', result: { kind: 'saved' } })
  expect(seen).toContain('checking')
  expect(server.ledger.count('saveFileV2')).toBe(1)
  expect(server.files()).toHaveLength(1)
})

it('looks again after a while, since searches lag', async () => {
  const { upload, server, clock } = save({ fault: 'lost-answer', answers: { searchLagMs: 4000 } })

  await reaches(upload, 'checking')
  await clock.advance(5000)

  await ends(upload)
  expect(upload.state.getState().status).toBe('done')
  expect(server.ledger.count('saveFileV2')).toBe(1)
})

it('is not hurried by "try now" between the two looks', async () => {
  const { upload, server, clock } = save({ fault: 'lost-answer', answers: { searchLagMs: 4000 } })
  await reaches(upload, 'checking')
  await clock.advance(10)

  upload.retry()
  await clock.advance(5000)

  await ends(upload)
  expect(server.ledger.count('saveFileV2')).toBe(1)
})

it.each<Fault>(['network', { status: 500 }, { status: 502, body: '<h1>Bad gateway</h1>' }])(
  'saves again once two looks have found nothing: %j',
  async (fault) => {
    const { upload, server, clock } = save({ fault })

    await reaches(upload, 'checking')
    await clock.advance(4999)
    expect(server.ledger.count('saveFileV2')).toBe(1)
    await clock.advance(2000)

    await ends(upload)
    expect(upload.state.getState().status).toBe('done')
    expect(server.ledger.count('saveFileV2')).toBe(2)
    expect(server.ledger.count('put')).toBe(1)
    expect(server.files()).toHaveLength(1)
  },
)

it('takes a 404 for the second answer to a call that the browser sent twice', async () => {
  const { upload, server } = save({ fault: { status: 404 }, savedBefore: true })

  await ends(upload)

  expect(upload.state.getState().status).toBe('done')
  expect(server.files()).toHaveLength(1)
})

it('leaves it to a person where the object is gone and no entity is to be found', async () => {
  const { upload, server, clock } = save({ fault: { status: 404 } })

  await reaches(upload, 'checking')
  await clock.advance(5000)

  await ends(upload)
  expect(upload.state.getState()).toMatchObject({
    status: 'failed',
    checkpoint: { reached: 'save-sent' },
    error: { code: 'outcome-unknown', step: 'save' },
  })
  expect(server.ledger.count('saveFileV2')).toBe(1)
})

it('sends the bytes once more where a person says "save again" of what is gone from S3', async () => {
  const { upload, server, clock } = save({ fault: { status: 404 } })
  await reaches(upload, 'checking')
  await clock.advance(5000)
  await ends(upload)

  upload.saveAgain()

  await reaches(upload, 'done')
  expect(server.ledger.count('put')).toBe(2)
  expect(server.files()).toHaveLength(1)
})

it('leaves it to a person where nobody may search', async () => {
  const { upload, server } = save({ fault: 'lost-answer' })
  server.failNext('searchEntities', { status: 403 })

  await ends(upload)

  expect(upload.state.getState()).toMatchObject({ status: 'failed', error: { code: 'outcome-unknown' } })
})

it('looks again, and saves nothing, when a person says "check again"', async () => {
  const { upload, server } = save({ fault: 'lost-answer' })
  server.failNext('searchEntities', { status: 403 })
  await ends(upload)

  upload.retry()

  await reaches(upload, 'done')
  expect(server.ledger.count('saveFileV2')).toBe(1)
})

it('saves once more what may be saved already, only when a person says so', async () => {
  const { upload, server } = save({ fault: 'lost-answer' })
  server.failNext('searchEntities', { status: 403 })
  await ends(upload)

  upload.saveAgain()

  await vi.waitFor(() => expect(server.ledger.count('saveFileV2')).toBe(2))
})

it('looks in patience while the search itself fails', async () => {
  const { upload, server, clock } = save({ fault: 'lost-answer' })
  server.failNext('searchEntities', { status: 503 }, 2)

  await reaches(upload, 'waiting')
  expect(upload.state.getState()).toMatchObject({ checkpoint: { reached: 'save-sent' } })
  await clock.advance(1000)
  await reaches(upload, 'waiting')
  await clock.advance(2000)

  await ends(upload)
  expect(upload.state.getState().status).toBe('done')
  expect(server.ledger.count('saveFileV2')).toBe(1)
})

it('asks whoever the app says for saved files', async () => {
  const asked: string[] = []
  const { upload, server } = save({
    fault: 'lost-answer',
    client: {
      findSaved({ filename }) {
        asked.push(filename)
        return Promise.resolve(server.files()[0] ?? null)
      },
    },
  })

  await ends(upload)

  expect(upload.state.getState().status).toBe('done')
  expect(asked).toEqual(['a.pdf'])
})

it('names the mark as it is told to', async () => {
  const { upload, server } = save({ fault: 'lost-answer', client: { markAttribute: 'external_id' } })

  await ends(upload)

  expect(upload.state.getState().status).toBe('done')
  expect(server.files()[0]).toMatchObject({ external_id: upload.id })
})

it('takes no other upload’s file for its own, however alike their marks are', async () => {
  const server = createFileServer()
  const client = createFileClient({
    getToken: () => 'token',
    fetch: server.fetch,
    putBlob: server.putBlob,
    connection: createManualConnection(),
    retry: createRetryPolicy({ random: () => 0 }),
    settleMs: 0,
  })
  const files = Array.from({ length: 40 }, (_, index) => aFile({ name: `${index}.pdf` }))
  const uploads = client.uploads.add(files, { scope: 's' })
  await Promise.all(uploads.map((upload) => reaches(upload, 'done')))
  const addOther = (mark: string) => {
    const other = { filename: 'other.pdf', upload_id: mark }
    server.addFile(other)
  }
  // The search of a server that finds what it is asked for anywhere in a field.
  for (const upload of uploads) addOther(`${upload.id}0`)

  server.failNext('saveFileV2', 'network')
  const [late] = client.uploads.add([aFile({ name: 'late.pdf' })], { scope: 's' }) as readonly [Upload]
  addOther(`${late.id}0`)
  await reaches(late, 'done')

  expect(server.files().filter(({ filename }) => filename === 'late.pdf')).toHaveLength(1)
})

interface Saving {
  readonly fault: Fault
  readonly answers?: Partial<Answers>
  readonly client?: FileClientOptions
  /** The first call did take effect, and what comes next is the answer to the browser's own second one. */
  readonly savedBefore?: boolean
}

function save({ fault, answers = {}, client: options = {}, savedBefore = false }: Saving) {
  const clock = createManualClock()
  const server = createFileServer({ clock, answers })
  const client = createFileClient({
    getToken: () => 'token',
    fetch: async (...request) => {
      const isSave = new Request(...request).url.endsWith('/v2/files')
      if (savedBefore && isSave && server.files().length === 0) await server.fetch(...request)
      return server.fetch(...request)
    },
    putBlob: server.putBlob,
    clock,
    connection: createManualConnection(),
    retry: createRetryPolicy({ random: () => 1 }),
    ...options,
  })
  if (!savedBefore) server.failNext('saveFileV2', fault)
  const [upload] = client.uploads.add([aFile({ name: 'a.pdf' })], { scope: 's' }) as readonly [Upload]
  const seen: UploadState['status'][] = []
  upload.state.subscribe(({ status }) => seen.push(status))
  return { upload, server, clock, seen }
}

async function reaches({ state }: Upload, status: UploadState['status']) {
  await vi.waitFor(() => expect(state.getState().status).toBe(status), { interval: 1 })
}

async function ends({ state }: Upload) {
  await vi.waitFor(() => expect(['done', 'failed']).toContain(state.getState().status), { interval: 1 })
}
