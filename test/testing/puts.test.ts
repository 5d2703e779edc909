import { expect, it } from 'vitest'
import { FileError } from '../../src/core.js'
import {
  aFile,
  anEntity,
  createFileServer,
  createManualClock,
  createManualPut,
  createSlowPut,
} from '../../src/testing.js'
import { clientOf, never } from './client-of.js'

it('sends slowly and tells how far it has come', async () => {
  const clock = createManualClock()
  const put = createSlowPut({ bytesPerSecond: 1000, chunkBytes: 400, clock })
  const progress: string[] = []

  const sent = put({ ...request, onProgress: (bytes) => progress.push(`${bytes} at ${clock.now()}`) })
  await clock.advance(1000)
  await sent

  expect(progress).toEqual(['0 at 0', '400 at 400', '800 at 800', '1000 at 1000'])
})

it('delivers into the server once the last byte has left', async () => {
  const clock = createManualClock()
  const server = createFileServer({ clock, uploadLinkSeconds: 60 })
  const client = clientOf(server, { clock, putBlob: createSlowPut({ bytesPerSecond: 10, server, clock }) })
  const entity = anEntity()

  // Twice as long as its link lives: what counts is when it set out.
  const [upload] = client.uploads.add([aFile({ sizeBytes: 1200 })], { scope: 'test', entity })
  await clock.advance(60_000)
  expect(upload?.state.getState()).toMatchObject({ status: 'uploading', sentBytes: 600 })
  expect(server.ledger.count('put')).toBe(0)
  await clock.advance(60_000)

  await expect.poll(() => server.filesOf(entity)).toHaveLength(1)
})

it('stops sending when it is aborted', async () => {
  const clock = createManualClock()
  const controller = new AbortController()
  const put = createSlowPut({ bytesPerSecond: 1000, clock })

  const sent = put({ ...request, signal: controller.signal })
  await clock.advance(500)
  controller.abort()

  await expect(sent).rejects.toMatchObject({ name: 'AbortError' })
  expect(clock.pending).toBe(0)
})

it('sends an empty file at once', async () => {
  const put = createSlowPut({ bytesPerSecond: 1, clock: createManualClock() })

  await expect(put({ ...request, body: new Blob() })).resolves.toBeUndefined()
})

it('hands each PUT to the test, the oldest first', async () => {
  const put = createManualPut()
  const [first, second] = [new Blob(['1']), new Blob(['2'])]
  void put({ ...request, body: first })
  void put({ ...request, body: second })

  expect((await put.next()).request.body).toBe(first)
  expect((await put.next()).request.body).toBe(second)
})

it('waits for a PUT that is yet to come', async () => {
  const put = createManualPut()
  const coming = put.next()

  void put(request)

  expect((await coming).request.url).toBe(request.url)
})

it('goes on as the test says, and delivers when it finishes', async () => {
  const server = createFileServer()
  const put = createManualPut({ server })
  const client = clientOf(server, { putBlob: put })
  const [upload] = client.uploads.add([aFile({ sizeBytes: 1000 })], { scope: 'test' })

  const sending = await put.next()
  sending.progress(400)
  expect(upload?.state.getState()).toMatchObject({ status: 'uploading', sentBytes: 400 })
  sending.finish()

  await expect.poll(() => upload?.state.getState().status).toBe('done')
  expect(server.files()).toHaveLength(1)
})

it('fails as the test says', async () => {
  const put = createManualPut()
  const sent = put(request)
  const sending = await put.next()
  const error = new FileError('network', 'The cable is cut.')

  sending.fail(error)
  sending.finish()

  await expect(sent).rejects.toBe(error)
})

it('forgets a PUT that was aborted before it was handed out', async () => {
  const put = createManualPut()
  const controller = new AbortController()
  const aborted = put({ ...request, signal: controller.signal })

  controller.abort()
  void put({ ...request, url: 'https://storage.test/second' })

  await expect(aborted).rejects.toMatchObject({ name: 'AbortError' })
  expect((await put.next()).request.url).toBe('https://storage.test/second')
})

it('says nothing more once it was aborted', async () => {
  const put = createManualPut()
  const controller = new AbortController()
  const progress: number[] = []
  const sent = put({ ...request, signal: controller.signal, onProgress: (bytes) => progress.push(bytes) })
  const sending = await put.next()

  controller.abort()
  sending.progress(500)
  sending.finish()

  await expect(sent).rejects.toMatchObject({ name: 'AbortError' })
  expect(progress).toEqual([])
})

const request = {
  url: 'https://storage.test/first',
  body: aFile({ sizeBytes: 1000 }),
  contentType: 'application/pdf',
  signal: never,
  onProgress: () => {},
}
