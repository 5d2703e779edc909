import { expect, it, vi } from 'vitest'
import { createFileClient, createRetryPolicy, FileError, uploadSummary } from '../../src/core.js'
import type { FileClientOptions, Upload, UploadState } from '../../src/core.js'
import { aFile, createFileServer, createManualClock, createManualPut } from '../../src/testing.js'

const opportunity = { slug: 'opportunity', id: '11111111-1111-4111-8111-111111111111' }

it('takes a file through all steps, and tells each of them', async () => {
  const { client, server, put } = setUp()
  const [upload] = client.uploads.add([aFile({ name: 'a.pdf', sizeBytes: 10 })], {
    scope: 's',
    entity: opportunity,
  })
  const seen = record(upload!)

  const sending = await put.next()
  sending.progress(4)
  sending.progress(10)
  expect(upload!.state.getState()).toEqual({ status: 'uploading', sentBytes: 10, totalBytes: 10 })
  sending.finish()
  await done(upload!)

  expect(seen.map(({ status }) => status)).toEqual([
    'uploading',
    'uploading',
    'uploading',
    'saving',
    'saving',
    'attaching',
    'attaching',
    'done',
  ])
  expect(server.filesOf(opportunity).map((file) => file.filename)).toEqual(['a.pdf'])
})

it('asks for a link only when it is nearly its turn', async () => {
  const { client, server, put, clock } = setUp({ lanes: { send: 2, ahead: 1 } })

  const uploads = client.uploads.add(files(20), { scope: 's' })
  await put.next()
  await put.next()
  await clock.advance(0)

  expect(server.ledger.count('uploadFileV2')).toBe(3)
  expect(uploads.map((upload) => upload.state.getState().status).slice(0, 4)).toEqual([
    'uploading',
    'uploading',
    'preparing',
    'queued',
  ])
})

it('gets a new link instead of sending on one that is nearly over', async () => {
  const { client, server, put, clock } = setUp({ lanes: { send: 1, ahead: 1 } })
  const uploads = client.uploads.add(files(2), { scope: 's' })
  const first = await put.next()
  await vi.waitFor(() => expect(server.ledger.calls('uploadFileV2')).toHaveLength(2))

  await clock.advance(24 * 3600 * 1000)
  first.finish()
  const second = await put.next()
  second.finish()

  await Promise.all(uploads.map(failedOrDone))
  expect(server.ledger.calls('uploadFileV2').length).toBeGreaterThan(2)
  expect(uploads[1]!.state.getState().status).toBe('done')
})

it('sends no byte again once S3 has them: a retry saves only', async () => {
  const { client, server, put } = setUp()
  server.failNext('saveFileV2', { status: 403 })
  const [upload] = client.uploads.add(files(1), { scope: 's' })
  ;(await put.next()).finish()
  await failedOrDone(upload!)
  expect(upload!.state.getState()).toMatchObject({ status: 'failed', checkpoint: { reached: 's3' } })

  upload!.retry()
  await done(upload!)

  expect(server.ledger.calls('put')).toHaveLength(1)
  expect(server.files()).toHaveLength(1)
})

it('tries again by itself where nothing can have happened yet', async () => {
  const { client, server, put, clock } = setUp()
  server.failNext('uploadFileV2', { status: 503 }, 2)
  const [upload] = client.uploads.add(files(1), { scope: 's' })
  await reaches(upload!, 'waiting')
  expect(upload!.state.getState()).toMatchObject({ waiting: { for: 'retry', step: 'send', attempt: 1 } })

  await clock.advance(1000)
  await reaches(upload!, 'waiting')
  await clock.advance(2000)
  ;(await put.next()).finish()
  await done(upload!)

  expect(server.ledger.calls('uploadFileV2')).toHaveLength(3)
})

it('goes on at once when somebody says "now"', async () => {
  const { client, server, put } = setUp()
  server.failNext('uploadFileV2', { status: 503 })
  const [upload] = client.uploads.add(files(1), { scope: 's' })
  await reaches(upload!, 'waiting')

  upload!.retry()
  ;(await put.next()).finish()

  await done(upload!)
})

it('gives the lanes to others while it waits', async () => {
  const { client, server, put } = setUp({ lanes: { send: 1, ahead: 0 } })
  server.failNext('uploadFileV2', { status: 503 })
  const [first, second] = client.uploads.add(files(2), { scope: 's' })
  await reaches(first!, 'waiting')
  ;(await put.next()).finish()

  await done(second!)
  expect(first!.state.getState().status).toBe('waiting')
})

it('replaces a link that S3 refuses once, and tells developers of the second', async () => {
  const hints: string[] = []
  const { client, server, put } = setUp({ retry: () => null, logger: { warn: (hint) => hints.push(hint) } })
  const [upload] = client.uploads.add(files(1), { scope: 's' })
  ;(await put.next()).fail(refusedLink())
  ;(await put.next()).fail(refusedLink())

  await failedOrDone(upload!)

  expect(upload!.state.getState()).toMatchObject({ status: 'failed', error: { code: 'link-rejected' } })
  expect(server.ledger.calls('uploadFileV2')).toHaveLength(2)
  expect(hints).toEqual([expect.stringContaining('sign headers')])
})

it('stops at once when canceled, in line and under way', async () => {
  const { client, server, put, clock } = setUp({ lanes: { send: 1, ahead: 0 } })
  const [sending, inLine] = client.uploads.add(files(2), { scope: 's' })
  const request = await put.next()

  sending!.cancel()
  inLine!.cancel()

  expect(request.request.signal.aborted).toBe(true)
  expect([sending!, inLine!].map((upload) => upload.state.getState().status)).toEqual([
    'canceled',
    'canceled',
  ])
  request.finish()
  await clock.advance(10_000)
  expect(server.files()).toEqual([])
  expect(server.ledger.count('put')).toBe(0)
})

it('uploads again what was canceled', async () => {
  const { client, server, put } = setUp()
  const [upload] = client.uploads.add(files(1), { scope: 's' })
  await put.next()
  upload!.cancel()

  upload!.retry()
  ;(await put.next()).finish()

  await done(upload!)
  expect(server.files()).toHaveLength(1)
})

it('pauses and goes on', async () => {
  const { client, server, put } = setUp()
  const [upload] = client.uploads.add(files(1), { scope: 's' })
  await put.next()

  upload!.pause()
  expect(upload!.state.getState().status).toBe('paused')
  upload!.resume()
  ;(await put.next()).finish()

  await done(upload!)
  expect(server.files()).toHaveLength(1)
})

it('prepares the file before it is sent, and only once for all attempts', async () => {
  const { client, server, put, clock } = setUp()
  const prepare = vi.fn((file: File) => new File(['small'], `small-${file.name}`, { type: 'image/jpeg' }))
  const [upload] = client.uploads.add([aFile({ name: 'big.heic', sizeBytes: 900 })], { scope: 's', prepare })
  ;(await put.next()).fail(new TypeError('connection lost'))
  await reaches(upload!, 'waiting')
  await clock.advance(1000)
  const sending = await put.next()
  sending.finish()
  await done(upload!)

  expect(prepare).toHaveBeenCalledTimes(1)
  expect(sending.request).toMatchObject({ contentType: 'image/jpeg' })
  const [saved] = server.files()
  expect(saved).toMatchObject({ filename: 'small-big.heic', mime_type: 'image/jpeg', size_bytes: 5 })
})

it('shows the error of prepare in the row, and runs it again on retry', async () => {
  const { client, put } = setUp()
  let fails = true
  const prepare = (file: File) => {
    if (fails) throw new Error('no decoder')
    return file
  }
  const [upload] = client.uploads.add(files(1), { scope: 's', prepare })
  await failedOrDone(upload!)
  expect(upload!.state.getState()).toMatchObject({ status: 'failed', error: { code: 'prepare-failed' } })

  fails = false
  upload!.retry()
  ;(await put.next()).finish()

  await done(upload!)
})

it('stops waiting for a prepare that never ends when it is canceled', async () => {
  const { client, put } = setUp({ lanes: { send: 1, ahead: 0 } })
  const [stuck, next] = client.uploads.add(files(2), {
    scope: 's',
    prepare: (file) => (file.name === 'file-0.pdf' ? new Promise<File>(() => {}) : file),
  })
  await reaches(stuck!, 'preparing')

  stuck!.cancel()
  ;(await put.next()).finish()

  await done(next!)
})

it('ends a journey with the s3ref, without token and without saving', async () => {
  const server = createFileServer()
  const client = createFileClient({ fetch: server.fetch, putBlob: server.putBlob })
  const [upload] = client.uploads.add(files(1), { scope: 's', mode: 'journey' })

  await done(upload!)

  expect(upload!.state.getState()).toMatchObject({
    result: { kind: 'stored', s3ref: { bucket: expect.any(String) } },
  })
  expect(server.ledger.calls('uploadFilePublic')).toHaveLength(1)
  expect(server.files()).toEqual([])
})

it('saves with what the caller says, file by file', async () => {
  const { client, server } = setUp({}, 'at once')
  const uploads = client.uploads.add([aFile({ name: 'a.pdf' }), aFile({ name: 'b.pdf' })], {
    scope: 's',
    save: (file) => ({ _tags: [file.name], access_control: 'public-read' }),
  })

  await Promise.all(uploads.map(done))

  expect(server.files()).toMatchObject([
    { filename: 'a.pdf', _tags: ['a.pdf'], access_control: 'public-read' },
    { filename: 'b.pdf', _tags: ['b.pdf'] },
  ])
})

it('attaches many files with few calls', async () => {
  const { client, server, clock } = setUp({}, 'at once')
  const uploads = client.uploads.add(files(120), { scope: 's', entity: opportunity })
  await vi.waitFor(async () => {
    await clock.advance(100)
    expect(uploads.every((upload) => upload.state.getState().status === 'done')).toBe(true)
  })

  expect(server.filesOf(opportunity)).toHaveLength(120)
  expect(server.ledger.calls('addRelations').length).toBeLessThanOrEqual(14)
})

it('leaves a file saved that cannot be attached, and says so', async () => {
  const { client, server } = setUp({}, 'at once')
  server.failNext('addRelations', { status: 403 })
  const [upload] = client.uploads.add(files(1), { scope: 's', entity: opportunity })

  await failedOrDone(upload!)

  expect(upload!.state.getState()).toMatchObject({
    status: 'failed',
    checkpoint: { reached: 'entity' },
    error: { code: 'forbidden', step: 'attach' },
  })
  upload!.retry()
  await done(upload!)
  expect(server.files()).toHaveLength(1)
  expect(server.filesOf(opportunity)).toHaveLength(1)
})

it('counts what is going on, and keeps counting what has left', async () => {
  const { client, put } = setUp({ lanes: { send: 1, ahead: 0 } })
  const [first, second] = client.uploads.add([aFile({ sizeBytes: 10 }), aFile({ sizeBytes: 30 })], {
    scope: 's',
  })
  const summary = () => uploadSummary(client.uploads, 's').getState()
  expect(summary()).toMatchObject({ total: 2, live: 2, done: 0, totalBytes: 40, sentBytes: 0 })

  const sending = await put.next()
  sending.progress(5)
  expect(summary()).toMatchObject({ sentBytes: 5 })
  sending.finish()
  await done(first!)
  client.uploads.remove([first!])
  expect(summary()).toMatchObject({ total: 2, live: 1, done: 1, sentBytes: 10 })
  expect(client.uploads.list('s').getState()).toEqual([second])

  ;(await put.next()).finish()
  await done(second!)
  client.uploads.add(files(1), { scope: 's' })
  expect(summary()).toMatchObject({ total: 2, done: 1, live: 1 })
})

it('calls back once per end', async () => {
  const { client } = setUp({}, 'at once')
  const ends: string[] = []
  const [upload] = client.uploads.add(files(1), {
    scope: 's',
    onDone: (result, { file }) => ends.push(`${file.name} ${result.kind}`),
  })

  await done(upload!)
  await vi.waitFor(() => expect(ends).toEqual(['file-0.pdf saved']))
})

it('waits for start() where it was told to', async () => {
  const { client, server } = setUp({}, 'at once')
  const [upload] = client.uploads.add(files(1), { scope: 's', autoStart: false })
  await Promise.resolve()
  expect(upload!.state.getState().status).toBe('queued')

  upload!.start()
  upload!.start()

  await done(upload!)
  expect(server.files()).toHaveLength(1)
})

it('never finishes the work of one owner with the token of another', async () => {
  let owner = 'anna'
  const { client, server, put } = setUp({ owner: () => owner })
  const [upload] = client.uploads.add(files(1), { scope: 's' })
  const sending = await put.next()
  owner = 'ben'
  sending.finish()

  await failedOrDone(upload!)

  expect(upload!.state.getState()).toMatchObject({ status: 'failed', error: { code: 'owner-changed' } })
  expect(server.ledger.calls('saveFileV2')).toHaveLength(0)
})

it('lets the next one in when a token is asked for by what cancels the upload', async () => {
  let cancel = () => {}
  const { client, server } = setUp(
    {
      lanes: { send: 1, ahead: 0 },
      // As in a sign-out: the token never comes, and everything is stopped meanwhile.
      getToken: () => {
        cancel()
        return cancel === none ? 'token' : new Promise<string>(() => {})
      },
    },
    'at once',
  )
  const [first, second] = client.uploads.add(files(2), { scope: 's', autoStart: false })
  cancel = () => {
    cancel = none
    first!.cancel()
  }
  first!.start()
  second!.start()

  await done(second!)
  expect(first!.state.getState().status).toBe('canceled')
  expect(server.files()).toHaveLength(1)
})

it('can be canceled after a prepare that threw at once', async () => {
  const { client } = setUp()
  const prepare = () => {
    throw new FileError('network', 'the decoder could not be loaded')
  }
  const [upload] = client.uploads.add(files(1), { scope: 's', prepare })
  await reaches(upload!, 'waiting')

  upload!.cancel()

  expect(upload!.state.getState().status).toBe('canceled')
})

it('saves nothing when it is canceled right before the save would leave', async () => {
  const { client, server, clock } = setUp({}, 'at once')
  const [upload] = client.uploads.add(files(1), { scope: 's', autoStart: false })
  upload!.state.subscribe((state) => {
    if (state.status === 'saving' && state.checkpoint.reached === 's3') queueMicrotask(() => upload!.cancel())
  })

  upload!.start()
  await reaches(upload!, 'canceled')
  await clock.advance(10_000)

  expect(server.files()).toEqual([])
})

it('goes on when somebody who listens throws', async () => {
  const uncaught: unknown[] = []
  const keep = (error: unknown) => uncaught.push(error)
  const known = process.listeners('uncaughtException')
  process.removeAllListeners('uncaughtException').on('uncaughtException', keep)
  const { client, server, put } = setUp()
  client.uploads.onChange(() => {
    throw new Error('a bug of the app')
  })
  const [upload, canceled] = client.uploads.add(files(2), { scope: 's', entity: opportunity })
  upload!.state.subscribe(() => {
    throw new Error('another bug of the app')
  })
  const sending = await put.next()
  const stopped = await put.next()

  canceled!.cancel()
  sending.finish()
  await done(upload!)

  expect(stopped.request.signal.aborted).toBe(true)
  expect(server.filesOf(opportunity)).toHaveLength(1)
  await vi.waitFor(() => expect(uncaught.length).toBeGreaterThan(0))
  process.removeAllListeners('uncaughtException')
  for (const listener of known) process.on('uncaughtException', listener)
})

it('is not stopped by a retry that comes from within its cancel', async () => {
  const { client, server, put } = setUp()
  const [upload] = client.uploads.add(files(1), { scope: 's' })
  await put.next()
  upload!.state.subscribe((state) => state.status === 'canceled' && upload!.retry())

  upload!.cancel()
  ;(await put.next()).finish()

  await done(upload!)
  expect(server.files()).toHaveLength(1)
})

it('does not start by resume() what nobody has started', async () => {
  const { client, server, clock } = setUp({}, 'at once')
  const [upload] = client.uploads.add(files(1), { scope: 's', autoStart: false })

  upload!.resume()
  upload!.pause()
  upload!.resume()
  await clock.advance(1000)
  expect(server.ledger.count()).toBe(0)
  upload!.start()

  await done(upload!)
})

it('keeps saying that it waits until a place is free, and gets the next one', async () => {
  const { client, server, put, clock } = setUp({ lanes: { send: 1, ahead: 0 } })
  server.failNext('uploadFileV2', { status: 503 })
  const [first, second, third] = client.uploads.add(files(3), { scope: 's' })
  await reaches(first!, 'waiting')
  const sending = await put.next()

  await clock.advance(1000)
  expect(first!.state.getState().status).toBe('waiting')
  sending.finish()
  await done(second!)
  await reaches(first!, 'uploading')

  expect(third!.state.getState().status).toBe('queued')
})

it('leaves no timer behind when a wait is cut short', async () => {
  const { client, server, clock } = setUp({}, 'at once')
  server.failNext('uploadFileV2', { status: 503 })
  const [upload] = client.uploads.add(files(1), { scope: 's' })
  await reaches(upload!, 'waiting')

  upload!.retry()
  await done(upload!)

  expect(clock.pending).toBe(0)
})

it('does not count what was dismissed, whatever becomes of it', async () => {
  const { client, server, put } = setUp()
  server.failNext('saveFileV2', { status: 403 })
  const summary = uploadSummary(client.uploads, 's')
  const [upload] = client.uploads.add(files(1), { scope: 's' })
  const sending = await put.next()
  const unsubscribe = upload!.state.subscribe((state) => {
    if (state.status === 'saving' && state.checkpoint.reached === 'save-sent') upload!.dismiss()
  })
  sending.finish()
  await reaches(upload!, 'canceled')

  expect(summary.getState()).toMatchObject({ total: 0, failed: 0, live: 0 })
  unsubscribe()
  upload!.retry()
  ;(await put.next()).finish()
  await done(upload!)
  expect(summary.getState()).toMatchObject({ total: 0, failed: 0, done: 0 })
})

it('asks about an entity that is gone a few times, not for each of its files', async () => {
  const { client, server, clock } = setUp({}, 'at once')
  server.failNext('addRelations', { status: 404 }, 1000)
  const uploads = client.uploads.add(files(100), { scope: 's', entity: opportunity })
  await vi.waitFor(async () => {
    await clock.advance(100)
    expect(uploads.every((upload) => upload.state.getState().status === 'failed')).toBe(true)
  })

  expect(server.ledger.count('addRelations')).toBeLessThanOrEqual(40)
  expect(server.files()).toHaveLength(100)
})

function setUp(options: FileClientOptions = {}, sending: 'by hand' | 'at once' = 'by hand') {
  const clock = createManualClock()
  const server = createFileServer()
  const put = createManualPut({ server })
  const client = createFileClient({
    getToken: () => 'token',
    fetch: server.fetch,
    putBlob: sending === 'by hand' ? put : server.putBlob,
    clock,
    // The longest wait each time, so that the tests know when it is over.
    retry: createRetryPolicy({ random: () => 1 }),
    ...options,
  })
  return { client, server, put, clock }
}

function files(count: number): File[] {
  return Array.from({ length: count }, (_, index) => aFile({ name: `file-${index}.pdf` }))
}

function record({ state }: Upload): UploadState[] {
  const seen: UploadState[] = []
  state.subscribe((next) => seen.push(next))
  return seen
}

async function reaches({ state }: Upload, status: UploadState['status']) {
  await vi.waitFor(() => expect(state.getState().status).toBe(status), { interval: 1 })
}

async function failedOrDone({ state }: Upload) {
  await vi.waitFor(() => expect(['done', 'failed']).toContain(state.getState().status), { interval: 1 })
}

async function done(upload: Upload) {
  await reaches(upload, 'done')
}

function refusedLink(): FileError {
  return new FileError('link-expired', 'S3 answered the upload with 403: AccessDenied.', {
    step: 'send',
    status: 403,
  })
}

function none() {}
