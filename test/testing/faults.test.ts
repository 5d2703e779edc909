import { expect, it } from 'vitest'
import type { PutBlob } from '../../src/core.js'
import { getFile, saveFileV2, uploadFileV2 } from '../../src/core.js'
import { aFile, createFileServer, createManualClock, createSlowPut } from '../../src/testing.js'
import { clientOf, never, upload } from './client-of.js'

it('lets one call fail by default, or as many as it is told to', async () => {
  const server = createFileServer()
  const { http } = clientOf(server)
  const { _id } = server.addFile()
  server.failNext('getFile', { status: 500 })
  server.failNext('getFile', { status: 403 }, 2)

  await expect(getFile(http, _id)).rejects.toMatchObject({ status: 500 })
  await expect(getFile(http, _id)).rejects.toMatchObject({ status: 403 })
  await expect(getFile(http, _id)).rejects.toMatchObject({ status: 403 })
  await expect(getFile(http, _id)).resolves.toMatchObject({ _id })
})

it('lets only the named operation fail', async () => {
  const server = createFileServer()
  const { http } = clientOf(server)
  server.failNext('saveFileV2', { status: 500 })

  await expect(getFile(http, server.addFile()._id)).resolves.toBeDefined()
})

it('answers with a body of its own: an object as JSON, text as a page', async () => {
  const server = createFileServer()
  const { _id } = server.addFile()
  const url = `https://file.sls.epilot.io/v2/files/${_id}`
  server.failNext('getFile', { status: 409, body: { error: 'newer' }, headers: { 'Retry-After': '3' } })
  server.failNext('getFile', { status: 200, body: '<h1>Sign in</h1>' })
  server.failNext('getFile', { status: 204 })

  const [conflict, page, nothing] = [
    await server.fetch(url),
    await server.fetch(url),
    await server.fetch(url),
  ]

  expect(await conflict.json()).toEqual({ error: 'newer' })
  expect(conflict.headers.get('Retry-After')).toBe('3')
  expect(page.headers.get('Content-Type')).toBe('text/html')
  expect(await page.text()).toBe('<h1>Sign in</h1>')
  expect(nothing.status).toBe(204)
})

it('breaks the connection before anything happens', async () => {
  const server = createFileServer()
  const { http } = clientOf(server)
  const s3ref = await upload(server, aFile())
  server.failNext('saveFileV2', 'network')

  await expect(saveFileV2(http, { s3ref, filename: 'a.pdf' })).rejects.toMatchObject({ code: 'network' })

  expect(server.files()).toHaveLength(0)
})

it('loses an answer after the call took effect', async () => {
  const server = createFileServer()
  const { http } = clientOf(server)
  const s3ref = await upload(server, aFile())
  server.failNext('saveFileV2', 'lost-answer')

  await expect(saveFileV2(http, { s3ref, filename: 'a.pdf' })).rejects.toMatchObject({ code: 'network' })

  expect(server.files()).toHaveLength(1)
})

it('never answers until the caller gives up', async () => {
  const clock = createManualClock()
  const server = createFileServer({ clock })
  const { http } = clientOf(server, { clock, timeoutMs: 5000 })
  const { _id } = server.addFile()
  server.failNext('getFile', 'hang')

  const asked = expect(getFile(http, _id)).rejects.toMatchObject({ code: 'timeout' })
  await clock.advance(5000)

  await asked
})

it('takes its time by the clock', async () => {
  const clock = createManualClock()
  const server = createFileServer({ clock, latencyMs: 200 })
  const { http } = clientOf(server, { clock })
  const { _id } = server.addFile()
  let isAnswered = false

  const asked = getFile(http, _id).then(() => (isAnswered = true))
  await clock.advance(199)
  expect(isAnswered).toBe(false)
  await clock.advance(1)

  await asked
})

it('writes down every call in the order of arrival', async () => {
  const clock = createManualClock()
  const server = createFileServer({ clock })
  const { http } = clientOf(server, { clock, headers: { 'x-epilot-org-id': '7' } })
  const s3ref = await upload(server, aFile({ name: 'a.pdf' }))
  await clock.advance(50)
  server.failNext('saveFileV2', 'lost-answer')
  await saveFileV2(http, { s3ref, filename: 'a.pdf' }).catch(() => {})

  expect(server.ledger.calls()).toMatchObject([
    { operation: 'uploadFileV2', status: 201, isAuthorized: true, at: 0, body: { filename: 'a.pdf' } },
    { operation: 'put', status: 200, isAuthorized: false, headers: { 'content-type': 'application/pdf' } },
    { operation: 'saveFileV2', status: 0, at: 50, body: { s3ref }, headers: { 'x-epilot-org-id': '7' } },
  ])
  expect(server.ledger.count()).toBe(3)
  expect(server.ledger.count('saveFileV2')).toBe(1)
  expect(JSON.stringify(server.ledger.calls())).not.toContain('Bearer')
})

it('fails for as long as it is told to, even for ever', async () => {
  const server = createFileServer()
  const { http } = clientOf(server)
  server.failNext('getFile', 'network', Infinity)

  for (const { _id } of Array.from({ length: 20 }, () => server.addFile())) {
    await expect(getFile(http, _id)).rejects.toMatchObject({ code: 'network' })
  }
})

it('fails nothing where it is told to fail no call', async () => {
  const server = createFileServer()
  const client = clientOf(server)
  const { _id } = server.addFile()

  server.failNext('getFile', { status: 500 }, 0)

  await expect(getFile(client.http, _id)).resolves.toMatchObject({ _id })
})

it('cuts a PUT at a byte, and keeps nothing of it', async () => {
  const { server, put, progress } = await aPut()
  server.failNext('put', { cutAtByte: 400 })

  await expect(put(server.putBlob)).rejects.toMatchObject({ code: 'network' })

  expect(progress).toEqual([0, 400])
  expect(server.ledger.calls('put')).toMatchObject([{ status: 0 }])
  await expect(put(server.putBlob)).resolves.toBeUndefined()
})

it('lets no byte more of a PUT pass until the caller gives up', async () => {
  const { server, put, progress } = await aPut()
  const caller = new AbortController()
  server.failNext('put', { stallAtByte: 700 })

  const sent = put(server.putBlob, caller.signal)
  await expect.poll(() => progress).toEqual([0, 700])
  caller.abort()

  await expect(sent).rejects.toMatchObject({ name: 'AbortError' })
})

it('lets the bytes of a PUT drip, and takes them in the end', async () => {
  const { server, put, progress, clock } = await aPut()
  server.failNext('put', { bytesPerSecond: 500 })

  const sent = put(server.putBlob)
  await clock.advance(1000)
  expect(progress.at(-1)).toBe(500)
  await clock.advance(1000)

  await sent
  expect(progress.slice(0, 3)).toEqual([0, 50, 100])
})

it('cuts, stalls and drips as a sender shows it that takes its time', async () => {
  const { server, put, progress, clock } = await aPut()
  const slowPut = createSlowPut({ bytesPerSecond: 10_000, server, clock })
  server.failNext('put', { cutAtByte: 450 })
  server.failNext('put', { bytesPerSecond: 100 })

  const cut = expect(put(slowPut)).rejects.toMatchObject({ code: 'network' })
  await clock.advance(1000)
  await cut
  expect(progress.at(-1)).toBe(450)

  const slow = put(slowPut)
  await clock.advance(5000)
  expect(progress.at(-1)).toBe(500)
  await clock.advance(5000)
  await slow
  expect(server.ledger.calls('put').map(({ status }) => status)).toEqual([0, 200])
})

it('cuts the answer of any other call, which has taken effect then', async () => {
  const server = createFileServer()
  const { http } = clientOf(server)
  const s3ref = await upload(server, aFile())
  server.failNext('saveFileV2', { cutAtByte: 10 })

  await expect(saveFileV2(http, { s3ref, filename: 'a.pdf' })).rejects.toMatchObject({ code: 'network' })

  expect(server.files()).toHaveLength(1)
})

it('does not let a call through that CORS forbids', async () => {
  const server = createFileServer()
  const { http } = clientOf(server)
  const s3ref = await upload(server, aFile())
  server.failNext('saveFileV2', 'cors')

  await expect(saveFileV2(http, { s3ref, filename: 'a.pdf' })).rejects.toMatchObject({ code: 'network' })

  expect(server.files()).toHaveLength(0)
})

it.each([
  ['expired-link', 'AccessDenied'],
  ['wrong-signature', 'SignatureDoesNotMatch'],
] as const)('says of %s what S3 says: %s', async (fault, code) => {
  const { server, put } = await aPut()
  server.failNext('put', fault)

  await expect(put(server.putBlob)).rejects.toMatchObject({
    code: 'link-expired',
    status: 403,
    message: expect.stringContaining(code) as string,
  })
})

it('refuses the tokens it knows until a fresh one comes', async () => {
  const server = createFileServer()
  const { _id } = server.addFile()
  let token = 'old'
  const { http } = clientOf(server, {
    getToken: ({ refresh }) => (refresh ? (token = 'fresh') : token),
  })
  await getFile(http, _id)

  server.expireTokens()
  await getFile(http, _id)
  await getFile(http, _id)

  expect(server.ledger.calls('getFile').map(({ status }) => status)).toEqual([200, 401, 200, 200])
})

it('asks for each call what goes wrong with it, where nothing is scripted', async () => {
  const server = createFileServer()
  const { http } = clientOf(server)
  const { _id } = server.addFile()
  server.failBy((operation) => (operation === 'getFile' ? { status: 500 } : undefined))
  server.failNext('getFile', { status: 403 })

  await expect(getFile(http, _id)).rejects.toMatchObject({ status: 403 })
  await expect(getFile(http, _id)).rejects.toMatchObject({ status: 500 })
  server.clearFaults()
  await expect(getFile(http, _id)).resolves.toMatchObject({ _id })
})

it('asks once for a PUT that sets out first and arrives later', async () => {
  const { server, put, clock } = await aPut()
  const asked: string[] = []
  server.failBy((operation) => void asked.push(operation))

  const sent = put(createSlowPut({ bytesPerSecond: 1000, server, clock }))
  await clock.advance(1000)
  await sent

  expect(asked).toEqual(['put'])
})

/** A PUT of 1000 bytes, each time on a link of its own. */
async function aPut() {
  const clock = createManualClock()
  const server = createFileServer({ clock })
  const { http } = clientOf(server)
  const progress: number[] = []
  const urls: string[] = []
  for (let link = 0; link < 2; link++) {
    urls.push((await uploadFileV2(http, { filename: 'a.pdf', mime_type: 'application/pdf' })).upload_url)
  }
  const put = (putBlob: PutBlob, signal = never) =>
    putBlob({
      url: urls.shift() ?? '',
      body: aFile({ sizeBytes: 1000 }),
      contentType: 'application/pdf',
      signal,
      onProgress: (bytes) => progress.push(bytes),
    })
  return { server, put, progress, clock }
}
