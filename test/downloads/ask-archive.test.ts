import { expect, it } from 'vitest'
import { createFileClient } from '../../src/core.js'
import { askArchive } from '../../src/downloads/archive/ask-archive.js'
import { createFileServer, createManualClock } from '../../src/testing.js'

it('waits until epilot has packed, and tells how far it is', async () => {
  const { server, ask, progress } = setUp()
  const files = Array.from({ length: 60 }, (_, index) => server.addFile({ filename: `${index}.pdf` }))

  const { url, leftOut } = await ask([...files, { ...server.addFile(), _id: 'gone' }])

  expect(progress).toEqual([31, 61, 60])
  expect(leftOut).toBe(1)
  expect((await server.fetch(url)).status).toBe(200)
  expect(server.ledger.calls('createZipJob')[0]?.body).toMatchObject({ zip_filename: 'Files.zip' })
})

it('goes on asking where an answer is lost: epilot packs meanwhile', async () => {
  const { server, ask } = setUp()
  server.failNext('getZipJob', 'network', 3)
  await expect(ask([server.addFile()])).resolves.toMatchObject({ leftOut: 0 })
  expect(server.ledger.count('createZipJob')).toBe(1)
})

it('goes on asking once a network that was away is back', async () => {
  const { server, ask } = setUp()
  server.failNext('getZipJob', 'network', 6)
  await expect(ask([server.addFile()])).resolves.toMatchObject({ leftOut: 0 })
})

it('leaves a busy epilot in peace for as long as it asks for', async () => {
  const { server, ask } = setUp()
  server.failNext('getZipJob', { status: 429, headers: { 'Retry-After': '30' } })

  await ask([server.addFile()])

  const [busy, again] = server.ledger.calls('getZipJob').map(({ at }) => at)
  expect(again! - busy!).toBeGreaterThanOrEqual(30_000)
})

it('takes no link that is none of the web', async () => {
  const { server, ask } = setUp()
  const body = { job_id: '1', status: 'completed', result: { download_url: 'javascript:alert(1)' } }
  server.failNext('getZipJob', { status: 200, body })
  await expect(ask([server.addFile()])).rejects.toMatchObject({ code: 'bad-answer' })
})

it('says why there will be none', async () => {
  const { server, ask } = setUp()
  server.failNext('getZipJob', { status: 200, body: { job_id: '1', status: 'failed', error: 'disk full' } })
  await expect(ask([server.addFile()])).rejects.toThrow('disk full')

  server.failNext('createZipJob', { status: 403 })
  await expect(ask([server.addFile()])).rejects.toMatchObject({ code: 'forbidden', step: 'download' })
})

function setUp() {
  const clock = createManualClock()
  const server = createFileServer({ clock })
  const client = createFileClient({ getToken: () => 'token', fetch: server.fetch, clock, journal: 'off' })
  const progress: number[] = []
  const { signal } = new AbortController()
  const ask = async (files: Parameters<typeof askArchive>[1]) => {
    const asking = askArchive(client, files, {
      name: 'Files.zip',
      signal,
      owner: undefined,
      onProgress: (count) => progress.push(count),
    })
    let isOver = false
    void asking.catch(() => {}).finally(() => (isOver = true))
    while (!isOver) await clock.advance(2000)
    return asking
  }
  return { server, ask, progress }
}
