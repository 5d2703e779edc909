import { expect, it, vi } from 'vitest'
import { canDescribe, createFileClient } from '../../src/core.js'
import type { AddOptions, Upload, UploadState } from '../../src/core.js'
import { aFile, createFileServer, createManualPut } from '../../src/testing.js'

it('saves what was said before it set out', async () => {
  const { client, server, put } = setUp()
  const upload = add(client, { autoStart: false, save: { access_control: 'private', _tags: ['scan'] } })

  expect(upload.describe({ _tags: ['meter'], _purpose: ['Grid connection'] })).toBe(true)
  expect(upload.attributes).toEqual({
    access_control: 'private',
    _tags: ['meter'],
    _purpose: ['Grid connection'],
  })
  upload.start()
  ;(await put.next()).finish()
  await reaches(upload, 'done')

  expect(server.files()[0]).toMatchObject({
    access_control: 'private',
    _tags: ['meter'],
    _purpose: ['Grid connection'],
  })
})

it('saves what was said in mid-send', async () => {
  const { client, server, put } = setUp()
  const upload = add(client)
  const sending = await put.next()
  sending.progress(5)

  expect(upload.describe({ filename: 'Zählerfoto.jpg', access_control: 'public-read' })).toBe(true)
  sending.finish()
  await reaches(upload, 'done')

  expect(server.files()[0]).toMatchObject({ filename: 'Zählerfoto.jpg', access_control: 'public-read' })
})

it('refuses once the save call has left, and keeps what was said before', async () => {
  const { client, server, put } = setUp()
  server.failNext('saveFileV2', 'lost-answer')
  server.failNext('searchEntities', { status: 403 })
  const upload = add(client, { save: { _tags: ['before'] } })
  const answers: [string, boolean][] = []
  upload.state.subscribe((state) => {
    if (state.status !== 'saving' || state.checkpoint.reached !== 'save-sent') return
    answers.push(['while saving', upload.describe({ _tags: ['late'] })])
  })
  ;(await put.next()).finish()
  await reaches(upload, 'failed')

  expect(answers).toEqual([['while saving', false]])
  // Nobody knows whether it was saved, so nobody may say that it was saved otherwise.
  expect(upload.describe({ _tags: ['late'] })).toBe(false)
  expect(upload.attributes).toEqual({ _tags: ['before'] })
  expect(server.files()[0]).toMatchObject({ _tags: ['before'] })
})

it('may change again what was refused: a second try saves it as it is said now', async () => {
  const { client, server, put } = setUp()
  server.failNext('saveFileV2', { status: 400 })
  const upload = add(client, { save: { _tags: ['wrong'] } })
  ;(await put.next()).finish()
  await reaches(upload, 'failed')

  expect(upload.describe({ _tags: ['right'] })).toBe(true)
  upload.retry()
  await reaches(upload, 'done')

  expect(server.files()[0]).toMatchObject({ _tags: ['right'] })
  expect(server.ledger.count('put')).toBe(1)
})

it('refuses what is done', async () => {
  const { client, put } = setUp()
  const upload = add(client)
  ;(await put.next()).finish()
  await reaches(upload, 'done')

  expect(upload.describe({ _tags: ['late'] })).toBe(false)
  expect(upload.attributes).toEqual({})
})

it('keeps for the submission of a journey what was said until the bytes are stored', async () => {
  const { client, server, put } = setUp()
  const upload = add(client, { mode: 'journey' })
  const sending = await put.next()

  expect(upload.describe({ _tags: ['meter'] })).toBe(true)
  sending.finish()
  await reaches(upload, 'done')

  expect(upload.describe({ _tags: ['late'] })).toBe(false)
  expect(upload.attributes).toEqual({ _tags: ['meter'] })
  expect(server.ledger.count('saveFileV2')).toBe(0)
})

it('may be described again after it was canceled', async () => {
  const { client, server, put } = setUp()
  const upload = add(client)
  await put.next()
  upload.cancel()

  expect(upload.describe({ _tags: ['meter'] })).toBe(true)
  upload.retry()
  ;(await put.next()).finish()
  await reaches(upload, 'done')

  expect(server.files()[0]).toMatchObject({ _tags: ['meter'] })
})

it('tells whoever shows it, and changes nothing else', async () => {
  const { client, put } = setUp()
  const upload = add(client)
  const sending = await put.next()
  sending.progress(5)
  const before = upload.state.getState()
  const told = vi.fn()
  upload.state.subscribe(told)
  const changes = vi.fn()
  client.uploads.onChange(changes)

  upload.describe({ _tags: ['meter'] })

  expect(told).toHaveBeenCalledTimes(1)
  expect(upload.state.getState()).toEqual(before)
  expect(changes).not.toHaveBeenCalled()
  sending.progress(7)
  expect(upload.state.getState()).toMatchObject({ sentBytes: 7 })
})

it('describes one file of many, and no other', async () => {
  const { client, server, put } = setUp()
  const save = { _tags: ['scan'] }
  const uploads = client.uploads.add([aFile({ name: 'a.pdf' }), aFile({ name: 'b.pdf' })], {
    scope: 's',
    save,
  })
  uploads[0]!.describe({ _tags: ['contract'] })
  ;(await put.next()).finish()
  ;(await put.next()).finish()
  await Promise.all(uploads.map((upload) => reaches(upload, 'done')))

  const tags = Object.fromEntries(server.files().map(({ filename, _tags }) => [filename, _tags]))
  expect(tags).toEqual({ 'a.pdf': ['contract'], 'b.pdf': ['scan'] })
  expect(save).toEqual({ _tags: ['scan'] })
})

it.each<[UploadState, boolean]>([
  [{ status: 'queued', checkpoint: { reached: 'nothing' } }, true],
  [{ status: 'preparing' }, true],
  [{ status: 'uploading', sentBytes: 1, totalBytes: 2 }, true],
  [{ status: 'saving', checkpoint: { reached: 's3', s3ref: { bucket: 'b', key: 'k' } } }, true],
  [
    { status: 'saving', checkpoint: { reached: 'save-sent', s3ref: { bucket: 'b', key: 'k' }, mark: 'm' } },
    false,
  ],
  [{ status: 'attaching', checkpoint: { reached: 'entity', file: { _id: '1', filename: 'a' } } }, false],
  [{ status: 'paused', checkpoint: { reached: 'nothing' } }, true],
  [{ status: 'canceled' }, true],
  [{ status: 'done', result: { kind: 'saved', file: { _id: '1', filename: 'a' } } }, false],
])('knows before whether %j is in time: %s', (state, isInTime) => {
  expect(canDescribe(state)).toBe(isInTime)
})

function setUp() {
  const server = createFileServer()
  const put = createManualPut({ server })
  const client = createFileClient({
    getToken: () => 'token',
    fetch: server.fetch,
    putBlob: put,
    retry: () => null,
  })
  return { client, server, put }
}

function add({ uploads }: ReturnType<typeof createFileClient>, options: Partial<AddOptions> = {}): Upload {
  return uploads.add([aFile({ name: 'a.pdf', sizeBytes: 10 })], { scope: 's', ...options })[0]!
}

async function reaches({ state }: Upload, status: UploadState['status']) {
  await vi.waitFor(() => expect(state.getState().status).toBe(status), { interval: 1 })
}
