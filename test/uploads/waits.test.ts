import { expect, it, vi } from 'vitest'
import { createFileClient, createRetryPolicy, FileError } from '../../src/core.js'
import type { FileClientOptions, Upload, UploadState } from '../../src/core.js'
import {
  aFile,
  anEntity,
  createFileServer,
  createManualClock,
  createManualConnection,
  createManualPut,
} from '../../src/testing.js'

it('waits for the network at no attempt, and goes on by itself when it is back', async () => {
  const { add, put, connection } = setUp({ retry: createRetryPolicy({ attempts: 1 }) })
  const [upload] = add(1)
  const sending = await put.next()

  connection.goOffline()
  sending.fail(new FileError('network', 'No answer.', { step: 'send' }))
  await reaches(upload, 'waiting')
  expect(upload.state.getState()).toMatchObject({ waiting: { for: 'network' } })

  connection.goOnline()
  ;(await put.next()).finish()
  await reaches(upload, 'done')
})

it.each(['stalled', 'timeout'] as const)('takes %s without a network for the network', async (code) => {
  const { add, put, connection } = setUp({ retry: createRetryPolicy({ attempts: 1 }) })
  const [upload] = add(1)
  const sending = await put.next()

  connection.goOffline()
  sending.fail(new FileError(code, 'Nothing moves.', { step: 'send' }))
  await reaches(upload, 'waiting')
  expect(upload.state.getState()).toMatchObject({ waiting: { for: 'network' } })

  connection.goOnline()
  ;(await put.next()).finish()
  await reaches(upload, 'done')
})

it('waits for the network, not for a sign-in, where no token can be fetched without it', async () => {
  const connection = createManualConnection()
  const { add, server } = setUp(
    {
      connection,
      getToken() {
        if (!connection.isOnline()) throw new TypeError('Failed to fetch')
        return 'token'
      },
    },
    'at once',
  )
  connection.goOffline()
  const [upload] = add(1)
  await reaches(upload, 'waiting')
  expect(upload.state.getState()).toMatchObject({ waiting: { for: 'network' } })

  connection.goOnline()

  await reaches(upload, 'done')
  expect(server.files()).toHaveLength(1)
})

it('lets those go on first that were waiting for the sign-in, before others set out', async () => {
  let isSignedIn = false
  const { add, client, put } = setUp({
    lanes: { send: 2, ahead: 1 },
    getToken: () => (isSignedIn ? 'token' : Promise.reject(new Error('signed out'))),
  })
  const uploads = add(9)
  await vi.waitFor(() => {
    const waiting = uploads.filter(({ state }) => state.getState().status === 'waiting')
    expect(waiting.map(({ file }) => file.name)).toEqual(['0.pdf', '1.pdf', '2.pdf'])
  })

  isSignedIn = true
  client.resume()

  const sent = [await put.next(), await put.next()]
  expect(uploads.slice(0, 3).map(({ state }) => state.getState().status)).not.toContain('waiting')
  expect(uploads.slice(3).map(({ state }) => state.getState().status)).toEqual(Array(6).fill('queued'))
  for (const sending of sent) sending.finish()
})

it.each(['/v2/files', '/relations'])(
  'uses up no attempt when the network goes in mid-call to %s, though it is back before anybody knows the outcome',
  async (path) => {
    const connection = createManualConnection()
    const server = createFileServer()
    const entity = anEntity()
    let isBroken = false
    const client = createFileClient({
      getToken: () => 'token',
      async fetch(input, init) {
        const { method, url } = new Request(input, init)
        if (method === 'POST' && url.endsWith(path) && !isBroken) {
          isBroken = true
          connection.goOffline()
        }
        if (!connection.isOnline()) throw new TypeError('Failed to fetch')
        return server.fetch(input, init)
      },
      putBlob: server.putBlob,
      connection,
      retry: createRetryPolicy({ attempts: 1 }),
      settleMs: 0,
    })
    const [upload] = client.uploads.add([aFile()], { scope: 's', entity }) as readonly [Upload]
    await reaches(upload, 'waiting')
    expect(upload.state.getState()).toMatchObject({ waiting: { for: 'network' } })

    connection.goOnline()

    await ends(upload)
    expect(upload.state.getState()).toMatchObject({ status: 'done' })
    expect(server.filesOf(entity)).toHaveLength(1)
  },
)

it('lets nobody else set out while there is no network', async () => {
  const { add, put, server, connection } = setUp({ lanes: { send: 1, ahead: 0 } })
  const uploads = add(5)
  const sending = await put.next()

  connection.goOffline()
  sending.fail(new FileError('network', 'No answer.', { step: 'send' }))
  await reaches(uploads[0], 'waiting')
  expect(server.ledger.count('uploadFileV2')).toBe(1)

  connection.goOnline()
  for (const _ of uploads) (await put.next()).finish()
  await Promise.all(uploads.map((upload) => reaches(upload, 'done')))
})

it('does not wait out its time when the network comes back', async () => {
  const { add, put, connection } = setUp()
  const [upload] = add(1)
  ;(await put.next()).fail(new FileError('network', 'No answer.', { step: 'send' }))
  await reaches(upload, 'waiting')

  connection.goOnline()

  ;(await put.next()).finish()
  await reaches(upload, 'done')
})

it('goes on when a hidden page is seen again and its timers are late', async () => {
  const { add, put, connection, clock } = setUp()
  const [upload] = add(1)
  ;(await put.next()).fail(new FileError('network', 'No answer.', { step: 'send' }))
  await reaches(upload, 'waiting')
  connection.show()
  expect(upload.state.getState().status).toBe('waiting')

  clock.skip(5000)
  connection.show()

  ;(await put.next()).finish()
  await reaches(upload, 'done')
})

it('leaves a busy server in peace: nobody asks for a link before its time, and it costs no attempt', async () => {
  const { add, server, put, clock } = setUp({ retry: createRetryPolicy({ attempts: 1 }) })
  server.failNext('uploadFileV2', { status: 429, headers: { 'Retry-After': '30' } })
  const uploads = add(40)
  await reaches(uploads[0], 'waiting')
  const asked = server.ledger.count('uploadFileV2')

  await clock.advance(29_000)
  expect(server.ledger.count('uploadFileV2')).toBe(asked)

  await clock.advance(1000)
  for (const _ of uploads) (await put.next()).finish()
  await Promise.all(uploads.map((upload) => reaches(upload, 'done')))
})

it.each(['2592000', 'Fri, 31 Dec 2100 00:00:00 GMT'])(
  'asks once a day, and no storm, where a server wants to be left alone for longer: Retry-After %s',
  async (retryAfter) => {
    const { add, server, clock } = setUp({ retry: createRetryPolicy({ attempts: 1 }) })
    server.failNext('uploadFileV2', { status: 429, headers: { 'Retry-After': retryAfter } }, 2)
    const [upload] = add(1)
    await reaches(upload, 'waiting')
    expect(upload.state.getState()).toMatchObject({ waiting: { until: dayMs } })

    await clock.advance(dayMs - 1)
    expect(server.ledger.count('uploadFileV2')).toBe(1)

    await clock.advance(1)
    expect(server.ledger.count('uploadFileV2')).toBe(2)
  },
)

it('asks one at a time after a server was busy, and more with each success', async () => {
  const { add, server, clock } = setUp({ lanes: { send: 6, ahead: 3, save: 6 } }, 'at once')
  server.failNext('saveFileV2', { status: 503, headers: { 'Retry-After': '10' } })
  const uploads = add(20)
  await reaches(uploads[0], 'checking')
  await clock.advance(20_000)
  await Promise.all(uploads.map((upload) => reaches(upload, 'done')))

  expect(server.files()).toHaveLength(20)
})

it('asks nobody sooner by "try now" than the server wants', async () => {
  const { add, server, clock, put } = setUp()
  server.failNext('uploadFileV2', { status: 429, headers: { 'Retry-After': '30' } })
  const [upload] = add(1)
  await reaches(upload, 'waiting')

  upload.retry()
  await clock.advance(29_000)
  expect(server.ledger.count('uploadFileV2')).toBe(1)

  await clock.advance(1000)
  ;(await put.next()).finish()
  await reaches(upload, 'done')
})

it('waits for a sign-in when no token is to be had, and goes on with resume()', async () => {
  let isSignedIn = false
  const getToken = () => (isSignedIn ? 'token' : Promise.reject(new Error('signed out')))
  const { add, client, put, server } = setUp({ getToken, retry: createRetryPolicy({ attempts: 1 }) })
  const uploads = add(20)
  await reaches(uploads[0], 'waiting')
  expect(uploads[0].state.getState()).toMatchObject({ waiting: { for: 'sign-in' } })

  isSignedIn = true
  client.resume()
  for (const _ of uploads) (await put.next()).finish()
  await Promise.all(uploads.map((upload) => reaches(upload, 'done')))
  expect(server.files()).toHaveLength(20)
})

it('can be canceled while it waits for the network, and lets the others go on', async () => {
  const { add, put, connection } = setUp({ lanes: { send: 1, ahead: 0 } })
  const [first, second] = add(2) as [Upload, Upload]
  const sending = await put.next()
  connection.goOffline()
  sending.fail(new FileError('network', 'No answer.', { step: 'send' }))
  await reaches(first, 'waiting')

  first.cancel()
  connection.goOnline()

  ;(await put.next()).finish()
  await reaches(second, 'done')
})

it('tries a PUT again that stands still', async () => {
  const { add, put, clock } = setUp()
  const [upload] = add(1, 1000)
  const sending = await put.next()
  sending.progress(10)
  await clock.advance(29_000)
  sending.progress(20)
  await clock.advance(29_000)
  expect(upload.state.getState()).toMatchObject({ status: 'uploading', sentBytes: 20 })

  await clock.advance(1000)
  expect(upload.state.getState()).toMatchObject({
    status: 'waiting',
    waiting: { error: { code: 'stalled' } },
  })
  expect(sending.request.signal.aborted).toBe(true)

  await clock.advance(1000)
  ;(await put.next()).finish()
  await reaches(upload, 'done')
})

it('gives S3 its time to answer once it has all bytes, but not for ever', async () => {
  const { add, put, clock } = setUp()
  const [upload] = add(1, 1000)
  const sending = await put.next()
  sending.progress(1000)

  await clock.advance(59_000)
  expect(upload.state.getState().status).toBe('uploading')

  await clock.advance(1000)
  expect(upload.state.getState()).toMatchObject({
    status: 'waiting',
    waiting: { error: { code: 'timeout' } },
  })
})

it('gives up a PUT that could tell of its progress and never does, as where a preflight is not answered', async () => {
  const { add, put, clock } = setUp()
  const [upload] = add(1, 1000)
  const sending = await put.next()
  sending.progress(0)

  await clock.advance(89_000)
  expect(upload.state.getState().status).toBe('uploading')

  await clock.advance(1000)
  expect(upload.state.getState()).toMatchObject({
    status: 'waiting',
    waiting: { error: { code: 'stalled' } },
  })
  expect(sending.request.signal.aborted).toBe(true)
})

it('goes on after a PUT that hangs', async () => {
  const { add, server, clock } = setUp({}, 'at once')
  server.failNext('put', 'hang')
  const [upload] = add(1, 1000)
  await reaches(upload, 'uploading')

  await clock.advance(91_000)

  await reaches(upload, 'done')
})

it('gives S3 no longer than its time to answer where there is no byte to send', async () => {
  const { add, put, clock } = setUp()
  const [upload] = add(1, 0)
  await put.next()

  await clock.advance(59_000)
  expect(upload.state.getState().status).toBe('uploading')

  await clock.advance(1000)
  expect(upload.state.getState()).toMatchObject({
    status: 'waiting',
    waiting: { error: { code: 'timeout' } },
  })
})

it('gives S3 the time to answer that the app says, though bytes may stand still for longer', async () => {
  const { add, put, clock } = setUp({ patience: { stallMs: 30_000, answerMs: 5000 } })
  const [upload] = add(1, 1000)
  const sending = await put.next()
  sending.progress(500)
  sending.progress(1000)

  await clock.advance(4999)
  expect(upload.state.getState().status).toBe('uploading')

  await clock.advance(1)
  expect(upload.state.getState()).toMatchObject({
    status: 'waiting',
    waiting: { error: { code: 'timeout' } },
  })
})

it('does not watch a PUT that tells of no progress, as behind a service worker', async () => {
  const { add, put, clock } = setUp()
  const [upload] = add(1, 1000)
  const sending = await put.next()

  await clock.advance(3_600_000)
  expect(upload.state.getState().status).toBe('uploading')

  sending.finish()
  await reaches(upload, 'done')
})

it('asks for another link where there was no answer to one that is over', async () => {
  const { add, put, clock, server } = setUp()
  const [upload] = add(1, 1000)
  const sending = await put.next()
  await clock.advance(24 * 3_600_000)

  sending.fail(new FileError('network', 'No answer.', { step: 'send' }))
  ;(await put.next()).finish()

  await reaches(upload, 'done')
  expect(server.ledger.count('uploadFileV2')).toBe(2)
})

it('tells a file that changed on the device from a lost connection', async () => {
  const { client, put, hints } = setUp()
  const [upload] = client.uploads.add([aGoneFile()], { scope: 's' })

  ;(await put.next()).fail(new FileError('network', 'No answer.', { step: 'send' }))

  await reaches(upload!, 'failed')
  expect(upload!.state.getState()).toMatchObject({ error: { code: 'file-unreadable' } })
  expect(hints).toEqual([expect.stringContaining('changed or went away')])
})

it('tells a file that changed on the device from a prepare that failed', async () => {
  const { client, hints } = setUp()
  const prepare = (file: File) => file.text().then(() => file)
  const [upload] = client.uploads.add([aGoneFile()], { scope: 's', prepare })

  await reaches(upload!, 'failed')
  expect(upload!.state.getState()).toMatchObject({ error: { code: 'file-unreadable', step: 'prepare' } })
  expect(hints).toEqual([expect.stringContaining('changed or went away')])
})

it('says that uploads are blocked where S3 can be reached and no attempt gets an answer', async () => {
  const { add, put, hints } = setUp({ retry: () => null })
  const [upload] = add(1)

  ;(await put.next()).fail(new FileError('network', 'No answer.', { step: 'send' }))

  await reaches(upload, 'failed')
  expect(upload.state.getState()).toMatchObject({ error: { code: 'blocked' } })
  expect(hints).toEqual([expect.stringContaining('CORS')])
})

it('hints at the CORS rules with the second attempt that gets no answer, and goes on trying', async () => {
  const { add, put, clock, hints } = setUp()
  const [upload] = add(1)

  ;(await put.next()).fail(new FileError('network', 'No answer.', { step: 'send' }))
  await clock.advance(1000)
  expect(hints).toEqual([])
  ;(await put.next()).fail(new FileError('network', 'No answer.', { step: 'send' }))
  await clock.advance(0)
  expect(hints).toEqual([expect.stringContaining('CORS')])
  expect(upload.state.getState()).toMatchObject({
    status: 'waiting',
    waiting: { error: { code: 'network' } },
  })

  await clock.advance(2000)
  ;(await put.next()).finish()
  await reaches(upload, 'done')
})

it('hints at no CORS rules where the storage cannot be reached', async () => {
  const connection = { ...createManualConnection(), isReachable: () => Promise.resolve(false) }
  const { add, put, clock, hints } = setUp({ connection })
  add(1)

  for (const waitMs of [1000, 2000]) {
    ;(await put.next()).fail(new FileError('network', 'No answer.', { step: 'send' }))
    await clock.advance(waitMs)
  }

  expect(hints).toEqual([])
})

it('refuses a link at once that signs a header nobody sends', async () => {
  const { add, server, hints } = setUp()
  server.failNext('uploadFileV2', {
    status: 201,
    body: {
      s3ref: { bucket: 'b', key: 'k' },
      upload_url: 'https://s3.test/k?X-Amz-SignedHeaders=host%3Bx-amz-meta-a&X-Amz-Expires=900',
    },
  })
  const [upload] = add(1)

  await reaches(upload, 'failed')
  expect(upload.state.getState()).toMatchObject({
    error: { code: 'link-rejected', message: expect.stringContaining('x-amz-meta-a') },
  })
  expect(hints).toEqual([expect.stringContaining('x-amz-meta-a')])
})

it('hints at links that run out while they are used, once for all files', async () => {
  const { add, server, hints } = setUp({}, 'at once')
  server.failNext('put', 'expired-link', 3)
  const uploads = add(3)

  await Promise.all(uploads.map((upload) => reaches(upload, 'done')))
  expect(hints).toEqual([expect.stringContaining('X-Amz-Expires')])
})

const dayMs = 86_400_000

/** The device gives it out no longer. */
function aGoneFile(): File {
  const gone = () => new DOMException('gone', 'NotReadableError')
  const stream = () => new ReadableStream({ pull: (source) => source.error(gone()) })
  return Object.assign(aFile({ sizeBytes: 10 }), { stream, text: () => Promise.reject(gone()) })
}

function setUp(options: FileClientOptions = {}, sending: 'by hand' | 'at once' = 'by hand') {
  const clock = createManualClock()
  const connection = createManualConnection()
  const server = createFileServer()
  const put = createManualPut({ server })
  const hints: string[] = []
  const client = createFileClient({
    logger: { warn: (message) => hints.push(message) },
    getToken: () => 'token',
    fetch: server.fetch,
    putBlob: sending === 'by hand' ? put : server.putBlob,
    clock,
    connection,
    // The longest wait each time, so that the tests know when it is over.
    retry: createRetryPolicy({ random: () => 1 }),
    ...options,
  })
  const add = (count: number, sizeBytes = 10) => {
    const files = Array.from({ length: count }, (_, index) => aFile({ name: `${index}.pdf`, sizeBytes }))
    return client.uploads.add(files, { scope: 's' }) as readonly [Upload, ...Upload[]]
  }
  return { client, server, put, clock, connection, hints, add }
}

async function reaches({ state }: Upload, status: UploadState['status']) {
  await vi.waitFor(() => expect(state.getState().status).toBe(status), { interval: 1 })
}

async function ends({ state }: Upload) {
  await vi.waitFor(() => expect(['done', 'failed']).toContain(state.getState().status), { interval: 1 })
}
