import { expect, it, vi } from 'vitest'
import { createStore } from 'zustand/vanilla'
import { createFileClient, FileError } from '../../src/core.js'
import type { FileClientOptions, UploadState } from '../../src/core.js'
import {
  aFile,
  createFileServer,
  createManualClock,
  createManualConnection,
  createManualPut,
} from '../../src/testing.js'
import type { Notice } from '../../src/uploads/notice.js'
import { groupOf } from '../../src/uploads/notice.js'
import type { Keeping } from '../../src/uploads/upload-notice.js'
import { uploadNotice } from '../../src/uploads/upload-notice.js'

function setUp(options: FileClientOptions = {}) {
  const server = createFileServer()
  const put = createManualPut({ server })
  const clock = createManualClock()
  const connection = createManualConnection()
  const client = createFileClient({
    getToken: () => 'token',
    fetch: server.fetch,
    putBlob: put,
    clock,
    connection,
    journal: 'off',
    ...options,
  })
  const notice = uploadNotice(client, 's')
  const seen: (Notice | null)[] = []
  notice.subscribe((now) => seen.push(now))
  const add = (count: number) => {
    const files = Array.from({ length: count }, (_, index) =>
      aFile({ name: `${index}.pdf`, sizeBytes: 1000 }),
    )
    return client.uploads.add(files, { scope: 's' })
  }
  return { server, put, clock, connection, client, notice, seen, add }
}

/** Cuts the network under everything that is being sent. */
async function cut({ put, connection, clock }: ReturnType<typeof setUp>, sending: number) {
  const sendings = []
  for (let index = 0; index < sending; index++) sendings.push(await put.next())
  connection.goOffline()
  for (const each of sendings) each.fail(new FileError('network', 'No answer.', { step: 'send' }))
  await clock.advance(100)
}

it('tells of a session that has ended, with all that waits, until somebody has signed in', async () => {
  let isSignedIn = false
  const getToken = () => (isSignedIn ? 'token' : Promise.reject(new Error('signed out')))
  const { notice, clock, client, put, add } = setUp({ getToken })
  add(28)
  await clock.advance(100)
  expect(notice.getState()).toEqual({ kind: 'signed-out', count: 28 })

  isSignedIn = true
  client.resume()
  for (let sent = 0; sent < 28; sent++) (await put.next()).finish()
  await clock.advance(1000)
  expect(notice.getState()).toBeNull()
})

it('tells that there is no network, then for some seconds that it is back', async () => {
  const app = setUp()
  const { notice, connection, clock } = app
  app.add(3)
  await cut(app, 3)
  expect(notice.getState()).toEqual({ kind: 'offline', count: 3 })

  connection.goOnline()
  await clock.advance(1000)
  expect(notice.getState()).toEqual({ kind: 'back-online', count: 3 })

  await clock.advance(10_000)
  expect(notice.getState()).toBeNull()
})

it('lets "back online" be closed, and says nothing else in its place', async () => {
  const app = setUp()
  app.add(2)
  await cut(app, 2)
  app.connection.goOnline()
  await app.clock.advance(100)

  app.notice.dismiss()

  expect(app.notice.getState()).toBeNull()
})

it('does not take what is canceled for a network that is back', async () => {
  const app = setUp()
  app.add(2)
  await cut(app, 2)

  app.client.uploads.all().forEach((upload) => upload.cancel())
  await app.clock.advance(100)

  expect(app.notice.getState()).toBeNull()
})

it('says until when a busy server is left in peace, also for those who stand before the same door', async () => {
  const { server, notice, clock, add } = setUp()
  server.failNext('uploadFileV2', { status: 429, headers: { 'Retry-After': '30' } }, Infinity)
  add(20)
  await clock.advance(100)

  expect(notice.getState()).toMatchObject({ kind: 'busy', count: 20 })
  const { until } = notice.getState() as Extract<Notice, { kind: 'busy' }>
  expect(until).toBeGreaterThanOrEqual(30_000)
  expect(until).toBeLessThan(45_000)
})

it('does not speak of a busy server that asks for a breath only', async () => {
  const { server, seen, clock, add } = setUp()
  server.failNext('uploadFileV2', { status: 429, headers: { 'Retry-After': '2' } }, Infinity)
  add(4)
  await clock.advance(10_000)
  expect(seen).toEqual([])
})

it('does not say that all wait for a busy server while bytes leave', async () => {
  const { server, put, notice, clock, add } = setUp()
  add(1)
  ;(await put.next()).progress(10)
  server.failNext('uploadFileV2', { status: 429, headers: { 'Retry-After': '30' } }, Infinity)
  add(2)
  await clock.advance(100)

  expect(notice.getState()).toBeNull()
})

it('tells of the uploads of another account until they are discarded', async () => {
  let owner = 'anna'
  const { put, notice, clock, client, add } = setUp({ owner: () => owner })
  add(3)
  const sendings = [await put.next(), await put.next(), await put.next()]
  owner = 'bea'
  sendings.forEach((sending) => sending.finish())
  await clock.advance(1000)
  expect(notice.getState()).toEqual({ kind: 'other-owner', count: 3 })

  client.uploads.remove(notice.ofOtherOwner())
  expect(notice.getState()).toBeNull()
})

it('tells once, in all lists, that the browser has no room left, and again after there was some', async () => {
  const { client, add } = setUp()
  const journal = createStore<Keeping>(() => ({ problem: null, unsafe: null }))
  const sources = { uploads: client.uploads, clock: client.clock, journal }
  const notice = uploadNotice(sources, 'full')
  client.uploads.add([aFile()], { scope: 'full', autoStart: false })
  client.uploads.add([aFile()], { scope: 'other', autoStart: false })
  notice.subscribe(() => {})
  add(1)
  expect(notice.getState()).toBeNull()

  journal.setState({ problem: 'full', unsafe: 2 })
  expect(notice.getState()).toEqual({ kind: 'no-room', count: 1 })
  notice.dismiss()
  expect(notice.getState()).toBeNull()
  expect(uploadNotice(sources, 'other').getState()).toBeNull()

  journal.setState({ problem: null, unsafe: 0 })
  journal.setState({ problem: 'full', unsafe: 1 })
  expect(notice.getState()).toEqual({ kind: 'no-room', count: 1 })
})

it('tells once that the browser keeps nothing at all, whichever list hears of it first', () => {
  const { client } = setUp({ owner: () => 'anna' })
  const journal = createStore<Keeping>(() => ({ problem: 'blocked', unsafe: null }))
  const sources = { uploads: client.uploads, clock: client.clock, journal }
  client.uploads.add([aFile(), aFile()], { scope: 'blocked', autoStart: false })
  client.uploads.add([aFile()], { scope: 'other', autoStart: false })
  const notice = uploadNotice(sources, 'blocked')
  expect(notice.getState()).toEqual({ kind: 'not-kept', count: 2 })

  notice.dismiss()

  expect(notice.getState()).toBeNull()
  expect(uploadNotice(sources, 'other').getState()).toBeNull()
})

it('does not blame the browser where nothing would be kept anyway, for want of an owner', () => {
  const { client } = setUp()
  const journal = createStore<Keeping>(() => ({ problem: 'blocked', unsafe: null }))
  client.uploads.add([aFile()], { scope: 'nobody', autoStart: false })
  expect(uploadNotice({ ...client, journal }, 'nobody').getState()).toBeNull()
})

it('is silent about room where nothing would be lost', () => {
  const { client } = setUp()
  const journal = createStore<Keeping>(() => ({ problem: 'full', unsafe: 0 }))
  client.uploads.add([aFile()], { scope: 'safe', autoStart: false })
  expect(uploadNotice({ ...client, journal }, 'safe').getState()).toBeNull()
})

it('puts what stops everything before what stopped some', async () => {
  let owner = 'anna'
  let isSignedIn = true
  const getToken = () => (isSignedIn ? 'token' : Promise.reject(new Error('signed out')))
  const { put, notice, clock, add } = setUp({ owner: () => owner, getToken })
  add(1)
  const sending = await put.next()
  owner = 'bea'
  sending.finish()
  await clock.advance(1000)
  expect(notice.getState()?.kind).toBe('other-owner')

  isSignedIn = false
  add(1)
  await clock.advance(1000)
  expect(notice.getState()).toEqual({ kind: 'signed-out', count: 1 })
})

it('is not changed by a tick of progress', async () => {
  const { put, seen, add } = setUp()
  add(2)
  const sending = await put.next()
  for (let sent = 0; sent < 1000; sent += 10) sending.progress(sent)
  expect(seen).toEqual([])
})

it('knows what happened while nobody listened', async () => {
  const getToken = vi.fn(() => Promise.reject(new Error('signed out')))
  const { client, clock } = setUp({ getToken })
  const notice = uploadNotice(client, 'later')
  const end = notice.subscribe(() => {})
  end()
  client.uploads.add([aFile()], { scope: 'later' })
  await clock.advance(100)
  expect(notice.getState()).toEqual({ kind: 'signed-out', count: 1 })
  expect(notice.getState()).toBe(notice.getState())
})

it.each<[UploadState, ReturnType<typeof groupOf>]>([
  [{ status: 'waiting', checkpoint: { reached: 'nothing' }, waiting: { for: 'leader' } }, null],
  [{ status: 'waiting', checkpoint: { reached: 'nothing' }, waiting: { for: 'file' } }, null],
  [{ status: 'paused', checkpoint: { reached: 'nothing' } }, 'paused'],
  [{ status: 'canceled' }, null],
])('counts only what goes on when the obstacle is gone: %j', (state, group) => {
  expect(groupOf(state)).toBe(group)
})
