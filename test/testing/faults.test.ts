import { expect, it } from 'vitest'
import { getFile, saveFileV2 } from '../../src/core.js'
import { aFile, createFileServer, createManualClock } from '../../src/testing.js'
import { clientOf, upload } from './client-of.js'

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
