import { expect, it, vi } from 'vitest'
import { createFileClient, createRetryPolicy, FileError } from '../../src/core.js'
import type { Upload, UploadState } from '../../src/core.js'
import { aFile, anEntity, createFileServer, createManualClock, createManualPut } from '../../src/testing.js'

// Who is through the door already keeps to what a busy server asks for.

it('sends nothing by a new link either while S3 wants to be left in peace', async () => {
  const clock = createManualClock()
  const server = createFileServer({ clock })
  const put = createManualPut({ server })
  let reserved = 0
  let answer = () => {}
  const client = clientOf(server, {
    clock,
    putBlob: put,
    async fetch(input, init) {
      const isReserve = new Request(input, init).url.endsWith('/v2/files/upload')
      if (isReserve && ++reserved === 3) await new Promise<void>((resolve) => (answer = resolve))
      return server.fetch(input, init)
    },
  })
  const [first, second] = client.uploads.add([aFile(), aFile({ name: 'b.pdf' })], { scope: 's' })
  const sendings = [await put.next(), await put.next()]
  sendings[0]?.fail(new FileError('link-expired', 'S3 refused the link.', { step: 'send', status: 403 }))
  await vi.waitFor(() => expect(reserved).toBe(3))
  sendings[1]?.fail(new FileError('server', 'Busy.', { step: 'send', status: 503, retryAfterMs: 60_000 }))
  await reaches(second, 'waiting')
  let hasLeft = false
  const next = put.next().then((sending) => {
    hasLeft = true
    return sending
  })

  answer()
  await clock.advance(59_000)
  expect(hasLeft).toBe(false)

  await clock.advance(1000)
  ;(await next).finish()
  ;(await put.next()).finish()
  await Promise.all([reaches(first, 'done'), reaches(second, 'done')])
})

it('saves nothing once its token is there while epilot wants to be left in peace', async () => {
  const clock = createManualClock()
  const server = createFileServer({ clock })
  let asked = 0
  let give = (_token: string) => {}
  const client = clientOf(server, {
    clock,
    // Both links, and the first save; then the second one has to wait.
    getToken: () => (++asked === 4 ? new Promise<string>((resolve) => (give = resolve)) : 'token'),
  })
  server.failNext('saveFileV2', { status: 429, headers: { 'Retry-After': '60' } })
  const uploads = client.uploads.add([aFile(), aFile({ name: 'b.pdf' })], { scope: 's' })
  await vi.waitFor(() => expect(asked).toBe(5))
  await clock.advance(0)
  expect(server.ledger.count('saveFileV2')).toBe(1)

  give('token')
  await clock.advance(59_000)
  expect(server.ledger.count('saveFileV2')).toBe(1)

  await clock.advance(1000)
  await Promise.all(uploads.map((upload) => reaches(upload, 'done')))
})

it('saves nothing in a portal once it has looked what is there while epilot wants to be left in peace', async () => {
  const clock = createManualClock()
  const server = createFileServer({ clock })
  const entities = [anEntity(), anEntity({ slug: 'contract' })]
  let looked = 0
  let answer = () => {}
  const client = clientOf(server, {
    clock,
    async fetch(input, init) {
      const isLook = new URL(new Request(input, init).url).pathname.includes('search')
      if (isLook && ++looked === 2) await new Promise<void>((resolve) => (answer = resolve))
      return server.fetch(input, init)
    },
  })
  server.failNext('saveEntityFile', { status: 429, headers: { 'Retry-After': '60' } })
  const uploads = entities.flatMap((entity) =>
    client.uploads.add([aFile()], { scope: 's', mode: 'portal', entity }),
  )
  await vi.waitFor(() => expect(looked).toBe(2))
  await vi.waitFor(() => expect(server.ledger.count('saveEntityFile')).toBe(1))
  await vi.waitFor(() =>
    expect(uploads.map(({ state }) => state.getState().status).toSorted()).toEqual(['saving', 'waiting']),
  )

  answer()
  await clock.advance(59_000)
  expect(server.ledger.count('saveEntityFile')).toBe(1)

  await clock.advance(1000)
  await Promise.all(uploads.map((upload) => reaches(upload, 'done')))
})

function clientOf(
  server: ReturnType<typeof createFileServer>,
  options: Parameters<typeof createFileClient>[0],
) {
  return createFileClient({
    getToken: () => 'token',
    fetch: server.fetch,
    putBlob: server.putBlob,
    retry: createRetryPolicy({ random: () => 1 }),
    ...options,
  })
}

async function reaches(upload: Upload | undefined, status: UploadState['status']) {
  await vi.waitFor(() => expect(upload?.state.getState().status).toBe(status), { interval: 1 })
}
