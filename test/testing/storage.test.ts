import { expect, it } from 'vitest'
import { downloadFile, saveFileV2, uploadFileV2 } from '../../src/core.js'
import type { FileServer } from '../../src/testing.js'
import { aFile, createFileServer, createManualClock } from '../../src/testing.js'
import { clientOf, never, upload } from './client-of.js'

it('signs links that look like those of S3', async () => {
  const { url } = await reserve(createFileServer({ uploadLinkSeconds: 600 }))

  const { origin, pathname, searchParams } = new URL(url)
  expect(origin).toBe('https://storage.test')
  expect(pathname).toMatch(/^\/epilot-prod-user-content\/123\/temp\/[\da-f-]{36}\/a\.txt$/)
  expect(searchParams.get('X-Amz-Date')).toMatch(/^\d{8}T\d{6}Z$/)
  expect(searchParams.get('X-Amz-Expires')).toBe('600')
  expect(searchParams.get('X-Amz-SignedHeaders')).toBe('content-type;host')
  expect(searchParams.get('X-Amz-Signature')).toMatch(/^\w{64}$/)
})

it('percent-encodes the name in the key, and the key in the link', async () => {
  const { http } = clientOf(createFileServer())

  const link = await uploadFileV2(http, { filename: 'Straße 1.pdf', mime_type: 'application/pdf' })

  expect(link.s3ref.key).toMatch(/^123\/temp\/[\da-f-]{36}\/Stra%C3%9Fe%201\.pdf$/)
  expect(new URL(link.upload_url).pathname).toMatch(/\/Stra%25C3%259Fe%25201\.pdf$/)
})

it('takes the bytes of a PUT with the reserved type and nothing else', async () => {
  const server = createFileServer()
  const { url } = await reserve(server)

  const answer = await put(server, url, { 'Content-Type': 'text/plain' })

  expect(answer.status).toBe(200)
  expect(answer.headers.get('Access-Control-Allow-Origin')).toBe('*')
})

it('refuses a token on the PUT', async () => {
  const server = createFileServer()
  const { url } = await reserve(server)

  const answer = await put(server, url, { 'Content-Type': 'text/plain', Authorization: 'Bearer token' })

  expect(answer.status).toBe(400)
  expect(await answer.text()).toContain('Only one auth mechanism allowed')
})

it('refuses any header of ours on the PUT', async () => {
  const server = createFileServer()
  const { url } = await reserve(server)

  const answer = await put(server, url, { 'Content-Type': 'text/plain', 'x-epilot-org-id': '123' })

  expect(answer.status).toBe(400)
  expect(await answer.text()).toContain('x-epilot-org-id')
})

it('refuses another type than the reserved one', async () => {
  const server = createFileServer()
  const { url } = await reserve(server)

  const answer = await put(server, url, { 'Content-Type': 'text/html' })

  expect(answer.status).toBe(403)
  expect(await answer.text()).toContain('<Code>SignatureDoesNotMatch</Code>')
})

it('refuses a link that was signed for another object, or not at all', async () => {
  const server = createFileServer()
  const { url } = await reserve(server)

  const otherKey = await put(server, url.replace('a.txt', 'b.txt'), { 'Content-Type': 'text/plain' })
  const unsigned = await put(server, url.replace(/X-Amz-Signature=\w/, 'X-Amz-Signature=0'), {
    'Content-Type': 'text/plain',
  })

  expect([otherKey.status, unsigned.status]).toEqual([403, 403])
})

it('refuses a link that has expired by its clock', async () => {
  const clock = createManualClock()
  const server = createFileServer({ clock, uploadLinkSeconds: 60 })
  const { url } = await reserve(server)

  await clock.advance(60_000)
  const answer = await put(server, url, { 'Content-Type': 'text/plain' })

  expect(answer.status).toBe(403)
  expect(await answer.text()).toContain('<Message>Request has expired</Message>')
})

it('lets a PUT finish that set out in time', async () => {
  const clock = createManualClock()
  const server = createFileServer({ clock, uploadLinkSeconds: 60 })
  const { url } = await reserve(server)

  server.beginPut(url)
  await clock.advance(90_000)
  const answer = await put(server, url, { 'Content-Type': 'text/plain' })

  expect(answer.status).toBe(200)
})

it('allows browsers one header on a PUT', async () => {
  const answer = await createFileServer().fetch('https://storage.test/bucket/key', { method: 'OPTIONS' })

  expect(answer.status).toBe(204)
  expect(answer.headers.get('Access-Control-Allow-Headers')).toBe('content-type')
})

it('downloads by a link that says how', async () => {
  const server = createFileServer()
  const { http } = clientOf(server)
  const file = server.addFile({ filename: 'Straße.txt', mime_type: 'text/plain' }, { content: 'hello' })

  const saving = await server.fetch(await downloadFile(http, file._id))
  const showing = await server.fetch(await downloadFile(http, file._id, { attachment: false }))

  expect(await saving.text()).toBe('hello')
  expect(saving.headers.get('Content-Type')).toBe('text/plain')
  expect(saving.headers.get('Content-Disposition')).toBe("attachment; filename*=UTF-8''Stra%C3%9Fe.txt")
  expect(showing.headers.get('Content-Disposition')).toMatch(/^inline;/)
})

it('downloads an older version', async () => {
  const server = createFileServer()
  const { http } = clientOf(server)
  const file = server.addFile({ filename: 'a.txt' }, { content: 'one' })
  const s3ref = await upload(server, aFile({ content: 'two' }))
  await saveFileV2(http, { _id: file._id, s3ref, filename: 'a.txt' })

  const older = await server.fetch(await downloadFile(http, file._id, { version: 1 }))

  expect(await older.text()).toBe('one')
})

it('lets a download link die after fifteen minutes', async () => {
  const clock = createManualClock()
  const server = createFileServer({ clock })
  const url = await downloadFile(clientOf(server, { clock }).http, server.addFile()._id)

  await clock.advance(15 * 60_000)

  expect((await server.fetch(url)).status).toBe(403)
})

it('gives a public file to anybody and a private one to nobody', async () => {
  const server = createFileServer({ answers: { publicUrl: 'always' } })
  const { http } = clientOf(server)
  const save = async (access_control: 'private' | 'public-read') => {
    const s3ref = await upload(server, aFile({ content: 'hello' }))
    return saveFileV2(http, { s3ref, filename: 'a.txt', access_control })
  }
  const [shared, secret] = [await save('public-read'), await save('private')]

  const open = await server.fetch(shared.public_url!)
  const closed = await server.fetch(secret.public_url!)

  expect(await open.text()).toBe('hello')
  expect(closed.status).toBe(403)
})

it('tells of a refused PUT as the real sender does', async () => {
  const clock = createManualClock()
  const server = createFileServer({ clock })
  const { url } = await reserve(server)
  const send = () =>
    server.putBlob({ url, body: aFile(), contentType: 'text/plain', signal: never, onProgress: () => {} })

  server.failNext('put', { status: 503, headers: { 'Retry-After': '7' } })
  await expect(send()).rejects.toMatchObject({
    code: 'server',
    step: 'send',
    status: 503,
    retryAfterMs: 7000,
  })
  server.failNext('put', { status: 500 })
  await expect(send()).rejects.toMatchObject({ code: 'server', status: 500 })
  server.failNext('put', 'network')
  await expect(send()).rejects.toMatchObject({ code: 'network', step: 'send' })
  await clock.advance(360_000)
  await expect(send()).rejects.toMatchObject({ code: 'link-expired', status: 403 })
})

it('delivers a Blob as it is, with one tick of progress as it sets out and one at its end', async () => {
  const server = createFileServer()
  const { http } = clientOf(server)
  const { url, s3ref } = await reserve(server)
  const body = aFile({ name: 'a.txt', type: 'text/plain', sizeBytes: 3_000_000 })
  const progress: number[] = []

  await server.putBlob({
    url,
    body,
    contentType: 'text/plain',
    signal: never,
    onProgress: (sent) => progress.push(sent),
  })
  const saved = await saveFileV2(http, { s3ref, filename: 'a.txt' })

  expect(progress).toEqual([0, 3_000_000])
  // The same object: a large file is never read into memory.
  expect(server.contentOf(saved)).toBe(body)
})

async function reserve(server: FileServer) {
  const { http } = clientOf(server)
  const { upload_url, s3ref } = await uploadFileV2(http, { filename: 'a.txt', mime_type: 'text/plain' })
  return { url: upload_url, s3ref }
}

function put(server: FileServer, url: string, headers: Record<string, string>): Promise<Response> {
  return server.fetch(url, { method: 'PUT', headers, body: 'hello' })
}
