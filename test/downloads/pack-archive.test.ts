import { expect, it } from 'vitest'
import { createFileClient } from '../../src/core.js'
import type { ArchiveProgress, LeftOut } from '../../src/downloads/archive/archive-progress.js'
import { packArchive } from '../../src/downloads/archive/pack-archive.js'
import type { FileEntity } from '../../src/index.js'
import { createFileServer, createManualClock } from '../../src/testing.js'
import { readZip } from '../support/read-zip.js'

it('packs all bytes of all files, each name once', async () => {
  const { server, pack, progress } = setUp()
  const files = ['plan.pdf', 'plan.pdf', 'photo.jpg'].map((filename, index) =>
    server.addFile({ filename }, { content: `bytes ${index}` }),
  )

  const { bytes, leftOut } = await pack(files)

  expect(Object.fromEntries(await readZip(bytes!))).toEqual({
    'plan.pdf': 'bytes 0',
    'plan (2).pdf': 'bytes 1',
    'photo.jpg': 'bytes 2',
  })
  expect(leftOut).toEqual([])
  expect(progress.at(-1)).toEqual({ doneFiles: 3, receivedBytes: 21 })
})

it('asks for a link for each file just before it is needed, and sends no token to S3', async () => {
  const { server, pack } = setUp()
  await pack(Array.from({ length: 9 }, () => server.addFile()))

  const calls = server.ledger.calls().map(({ operation }) => operation)
  // Three files ahead, so three links at most are out at a time.
  const most = calls.map(
    (_, end) =>
      calls.slice(0, end + 1).filter((operation) => operation === 'downloadFile').length -
      calls.slice(0, end + 1).filter((operation) => operation === 'get').length,
  )
  expect(Math.max(...most)).toBeLessThanOrEqual(3)
  expect(server.ledger.calls('get').some(({ isAuthorized }) => isAuthorized)).toBe(false)
})

it.each([
  ['cut', { cutAtByte: 5 }],
  ['refused by S3', 'expired-link'],
  ['answered with 503', { status: 503 }],
  ['not answered', 'network'],
] as const)('fetches a file anew, by a fresh link, that was %s', async (_, fault) => {
  const { server, pack } = setUp()
  const file = server.addFile({ filename: 'plan.pdf' }, { content: 'all of its bytes' })
  server.failNext('get', fault)

  const { bytes, leftOut } = await pack([file])

  expect(await readZip(bytes!)).toEqual(new Map([['plan.pdf', 'all of its bytes']]))
  expect(leftOut).toEqual([])
  expect(server.ledger.count('downloadFile')).toBe(2)
})

it('leaves out what does not come, and says so inside', async () => {
  const { server, pack } = setUp()
  const [short, forbidden, good] = [
    server.addFile({ filename: 'short.pdf', size_bytes: 99 }),
    server.addFile({ filename: 'forbidden.pdf' }),
    server.addFile({ filename: 'good.pdf' }),
  ]
  const elsewhere = server.addFile({
    filename: 'elsewhere',
    custom_download_url: 'https://archive.example/1',
  })
  server.failNext('downloadFile', { status: 403 })

  const { bytes, leftOut } = await pack([forbidden, short, elsewhere, good])

  const inside = await readZip(bytes!)
  expect([...inside.keys()]).toEqual(['good.pdf', '_failed.txt'])
  expect(inside.get('_failed.txt')).toBe(
    'forbidden.pdf forbidden, short.pdf network, elsewhere not-a-download',
  )
  expect(leftOut).toHaveLength(3)
})

it('makes no archive of nothing, and gives up soon where no bytes can be reached', async () => {
  const { server, pack } = setUp()
  server.failBy((operation) => (operation === 'get' ? 'cors' : undefined))

  const { bytes, leftOut } = await pack(Array.from({ length: 40 }, () => server.addFile()))

  expect(bytes).toBeNull()
  expect(leftOut.map(({ error }) => error.code)).toEqual(['network', 'network', 'network'])
  expect(server.ledger.count('get')).toBeLessThanOrEqual(12)
})

it('packs a file whose bytes are others by now than the list knew', async () => {
  const { server, pack } = setUp()
  const known = server.addFile({ filename: 'plan.pdf' }, { content: 'as long as it is now' })

  const { bytes, leftOut } = await pack([{ ...known, size_bytes: 7 }])

  expect(leftOut).toEqual([])
  expect(await readZip(bytes!)).toEqual(new Map([['plan.pdf', 'as long as it is now']]))
})

it('gives up soon where no bytes can be reached, also among files outside of epilot', async () => {
  const { server, pack } = setUp()
  server.failBy((operation) => (operation === 'get' ? 'cors' : undefined))
  const elsewhere = server.addFile({ custom_download_url: 'https://archive.example/1' })

  const { bytes } = await pack([elsewhere, ...Array.from({ length: 40 }, () => server.addFile())])

  expect(bytes).toBeNull()
  expect(server.ledger.count('get')).toBeLessThanOrEqual(15)
})

it('packs nothing of what belongs to somebody who has left meanwhile', async () => {
  const { server, pack, signIn } = setUp()
  server.failNext('get', { status: 503 })

  const packing = pack(
    Array.from({ length: 5 }, () => server.addFile()),
    () => signIn('somebody else'),
  )

  await expect(packing).rejects.toMatchObject({ code: 'owner-changed' })
})

it('leaves out what it would have to wait for too long', async () => {
  const { server, pack, clock } = setUp()
  const begin = clock.now()
  server.failNext('get', { status: 503, headers: { 'Retry-After': '3600' } })

  const { leftOut } = await pack([server.addFile(), server.addFile()])

  expect(leftOut.map(({ error }) => error.code)).toEqual(['server'])
  expect(clock.now() - begin).toBeLessThan(120_000)
})

it('takes no page of a proxy for a file', async () => {
  const { server, pack } = setUp()
  server.failNext('get', { status: 200, body: '<p>Sign in' })
  const file = server.addFile({ filename: 'plan.pdf', size_bytes: 0 })

  const { bytes, leftOut } = await pack([file])

  expect(bytes).toBeNull()
  expect(leftOut[0]?.error.code).toBe('not-a-download')
})

it('stops when nobody wants it any more', async () => {
  const { server, begin, stop } = setUp()
  server.failNext('get', 'hang', 3)
  const packing = begin(Array.from({ length: 30 }, () => server.addFile()))
  await expect.poll(() => server.ledger.count('get')).toBe(3)

  stop.abort()

  await expect(packing).rejects.toBe(stop.signal.reason)
  expect(server.ledger.count('downloadFile')).toBe(3)
})

function setUp() {
  const clock = createManualClock()
  const server = createFileServer({ clock })
  let owner = 'anna'
  const client = createFileClient({
    getToken: () => 'token',
    fetch: server.fetch,
    clock,
    journal: 'off',
    owner: () => owner,
  })
  const progress: ArchiveProgress[] = []
  const stop = new AbortController()
  const begin = (files: readonly FileEntity[], onNews = () => {}) =>
    packArchive(client, files, {
      signal: stop.signal,
      owner: 'anna',
      onProgress: (news) => {
        progress.push(news)
        onNews()
      },
      describe,
    })
  const pack = async (files: readonly FileEntity[], onNews?: () => void) => {
    const packing = begin(files, onNews)
    let isOver = false
    void packing.catch(() => {}).finally(() => (isOver = true))
    // Tries wait for their turn by the clock.
    while (!isOver) await clock.advance(1000)
    return packing
  }
  return { server, clock, begin, pack, progress, stop, signIn: (name: string) => (owner = name) }
}

function describe(leftOut: readonly LeftOut[]): string {
  return leftOut.map(({ file, error }) => `${file.filename} ${error.code}`).join(', ')
}
