import { expect, it } from 'vitest'
import type { Http } from '../../src/core.js'
import {
  addRelations,
  deleteFile,
  createFileClient,
  FileError,
  getFile,
  saveFileV2,
  uploadFilePublic,
  uploadFileV2,
} from '../../src/core.js'
import { createFileServer, createManualClock } from '../../src/testing.js'
import { answer, scriptedFetch } from './scripted-fetch.js'

const file = { _id: 'f1', filename: 'a.pdf' }
const link = { s3ref: { bucket: 'b', key: 'k' }, upload_url: 'https://s3.example/k' }

it('asks for a token at every call', async () => {
  const { fetch, asked } = scriptedFetch(answer(file), answer(file))
  let tokens = 0
  const { http } = createFileClient({ fetch, getToken: () => `token ${++tokens}` })

  await getFile(http, 'f1')
  await getFile(http, 'f1')

  expect(asked.map(({ headers }) => headers.authorization)).toEqual(['Bearer token 1', 'Bearer token 2'])
})

it('asks no token for a public upload, and sends none', async () => {
  const { fetch, asked } = scriptedFetch(answer(link))
  const { http } = createFileClient({
    fetch,
    headers: { 'x-epilot-org-id': '123' },
    getToken: () => expect.unreachable('no token is needed'),
  })

  await uploadFilePublic(http, { filename: 'a.pdf', mime_type: 'application/pdf' })

  expect(asked[0]?.headers).not.toHaveProperty('authorization')
  expect(asked[0]?.headers).toMatchObject({ 'x-epilot-org-id': '123' })
})

it('says what to do when there is no way to get a token', async () => {
  const { http } = createFileClient({ fetch: scriptedFetch().fetch })

  await expect(getFile(http, 'f1')).rejects.toThrow(
    /Pass getToken to createFileClient\(\), or use mode "journey"/,
  )
})

it('sends the extra headers and JSON to epilot', async () => {
  const { fetch, asked } = scriptedFetch(answer(file))
  const { http } = createFileClient({ fetch, getToken: () => 't', headers: { 'x-epilot-org-id': '123' } })

  await saveFileV2(http, { s3ref: link.s3ref, filename: 'a.pdf' })

  expect(asked[0]).toMatchObject({
    method: 'POST',
    headers: { 'x-epilot-org-id': '123', 'content-type': 'application/json', authorization: 'Bearer t' },
    body: { s3ref: link.s3ref, filename: 'a.pdf' },
  })
})

it('says no Content-Type where there is no body', async () => {
  const { fetch, asked } = scriptedFetch(answer(file))
  const { http } = createFileClient({ fetch, getToken: () => 't' })

  await getFile(http, 'f1')

  expect(asked[0]).toMatchObject({ method: 'GET', body: undefined })
  expect(asked[0]?.headers).not.toHaveProperty('content-type')
})

it('takes base URLs with and without a slash at the end', async () => {
  const { fetch, asked } = scriptedFetch(answer(file), answer(file))

  for (const fileUrl of ['https://proxy.example/files', 'https://proxy.example/files/']) {
    await getFile(createFileClient({ fetch, fileUrl, getToken: () => 't' }).http, 'f1')
  }

  expect(asked.map(({ url }) => url)).toEqual(Array(2).fill('https://proxy.example/files/v2/files/f1'))
})

it('keeps an id with odd characters in its place in the path', async () => {
  const { fetch, asked } = scriptedFetch(answer(file))
  const { http } = createFileClient({ fetch, getToken: () => 't' })

  await getFile(http, '../a?b#c')

  expect(asked[0]?.url).toBe('https://file.sls.epilot.io/v2/files/..%2Fa%3Fb%23c')
})

it('replays a call once with a fresh token after a 401', async () => {
  const { fetch, asked } = scriptedFetch(answer({}, 401), answer(file))
  const { http } = createFileClient({ fetch, getToken: ({ refresh }) => (refresh ? 'fresh' : 'stale') })

  await expect(getFile(http, 'f1')).resolves.toEqual(file)

  expect(asked.map(({ headers }) => headers.authorization)).toEqual(['Bearer stale', 'Bearer fresh'])
})

it('replays the body too', async () => {
  const { fetch, asked } = scriptedFetch(answer({}, 401), answer(file))
  const { http } = createFileClient({ fetch, getToken: ({ refresh }) => (refresh ? 'fresh' : 'stale') })

  await saveFileV2(http, { s3ref: link.s3ref, filename: 'a.pdf' })

  expect(asked[1]?.body).toEqual(asked[0]?.body)
})

it('gives up when a fresh token is refused too', async () => {
  const { fetch, asked } = scriptedFetch(answer({}, 401), answer({}, 401))
  const { http } = createFileClient({ fetch, getToken: ({ refresh }) => (refresh ? 'fresh' : 'stale') })

  await expect(getFile(http, 'f1')).rejects.toMatchObject({ code: 'unauthorized', status: 401, step: 'list' })

  expect(asked).toHaveLength(2)
})

it('shares one refresh among all calls that were refused', async () => {
  const refused = Array.from({ length: 5 }, () => answer({}, 401))
  const accepted = Array.from({ length: 5 }, () => answer(file))
  const { fetch, asked } = scriptedFetch(...refused, ...accepted)
  let current = 'stale'
  let refreshes = 0
  const getToken = async ({ refresh }: { refresh: boolean }) => {
    if (!refresh) return current
    refreshes += 1
    await Promise.resolve()
    return (current = 'fresh')
  }
  const { http } = createFileClient({ fetch, getToken })

  await Promise.all(Array.from({ length: 5 }, () => getFile(http, 'f1')))

  expect(refreshes).toBe(1)
  expect(asked).toHaveLength(10)
})

it('just replays a 401 of a token that is no longer current', async () => {
  const { fetch, asked } = scriptedFetch(answer({}, 401), answer(file))
  const tokens = ['old', 'new']
  const { http } = createFileClient({
    fetch,
    getToken: ({ refresh }) =>
      refresh ? expect.unreachable('it is fresh already') : (tokens.shift() ?? 'new'),
  })

  await getFile(http, 'f1')

  expect(asked.map(({ headers }) => headers.authorization)).toEqual(['Bearer old', 'Bearer new'])
})

it('refreshes again when a later token runs out', async () => {
  const { fetch } = scriptedFetch(answer({}, 401), answer(file), answer({}, 401), answer(file))
  let refreshes = 0
  const { http } = createFileClient({
    fetch,
    getToken: ({ refresh }) => `token ${refresh ? ++refreshes : refreshes}`,
  })

  await getFile(http, 'f1')
  await getFile(http, 'f1')

  expect(refreshes).toBe(2)
})

it('tells that nobody is signed in when getToken fails, and sends nothing', async () => {
  const { fetch, asked } = scriptedFetch()
  const cause = new Error('the session is over')
  const { http } = createFileClient({ fetch, getToken: () => Promise.reject(cause) })

  await expect(getFile(http, 'f1')).rejects.toMatchObject({ code: 'sign-in', cause, step: 'list' })

  expect(asked).toHaveLength(0)
})

it.each(['Failed to fetch', 'Load failed', 'NetworkError when attempting to fetch resource.'])(
  'takes a getToken that could reach nobody for the network (%s), and sends nothing',
  async (message) => {
    const { fetch, asked } = scriptedFetch()
    const { http } = createFileClient({ fetch, getToken: () => Promise.reject(new TypeError(message)) })

    await expect(getFile(http, 'f1')).rejects.toMatchObject({ code: 'network', status: 0, step: 'list' })

    expect(asked).toHaveLength(0)
  },
)

it('tells that nobody is signed in when the refresh fails, and tries again at the next call', async () => {
  const { fetch } = scriptedFetch(answer({}, 401), answer({}, 401), answer(file))
  let canRefresh = false
  const getToken = ({ refresh }: { refresh: boolean }) => {
    if (refresh && !canRefresh) throw new Error('offline')
    return refresh ? 'fresh' : 'stale'
  }
  const { http } = createFileClient({ fetch, getToken })

  await expect(getFile(http, 'f1')).rejects.toMatchObject({ code: 'sign-in' })
  canRefresh = true

  await expect(getFile(http, 'f1')).resolves.toEqual(file)
})

it('sends nothing for one owner while another is signed in', async () => {
  const { fetch, asked } = scriptedFetch()
  const { http } = createFileClient({ fetch, getToken: () => 't', owner: () => 'org 1/bob' })

  await expect(getFile(http, 'f1', { owner: 'org 1/alice' })).rejects.toMatchObject({ code: 'owner-changed' })

  expect(asked).toHaveLength(0)
})

it('notices that somebody else signed in while the token was being fetched', async () => {
  const { fetch, asked } = scriptedFetch()
  let owner = 'alice'
  const getToken = async () => {
    owner = 'bob'
    return "bob's token"
  }
  const { http } = createFileClient({ fetch, getToken, owner: () => owner })

  await expect(getFile(http, 'f1', { owner: 'alice' })).rejects.toMatchObject({ code: 'owner-changed' })

  expect(asked).toHaveLength(0)
})

it('notices that somebody else signed in before a refused call is replayed', async () => {
  const { fetch, asked } = scriptedFetch(answer({}, 401))
  let owner = 'alice'
  const getToken = ({ refresh }: { refresh: boolean }) => {
    if (refresh) owner = 'bob'
    return refresh ? "bob's token" : "alice's token"
  }
  const { http } = createFileClient({ fetch, getToken, owner: () => owner })

  await expect(getFile(http, 'f1', { owner: 'alice' })).rejects.toMatchObject({ code: 'owner-changed' })

  expect(asked.map(({ headers }) => headers.authorization)).toEqual(["Bearer alice's token"])
})

it('takes any 2xx for success', async () => {
  for (const status of [200, 201, 202]) {
    const { fetch } = scriptedFetch(answer(file, status))
    const { http } = createFileClient({ fetch, getToken: () => 't' })

    await expect(getFile(http, 'f1')).resolves.toEqual(file)
  }
})

it.each([
  ['nothing', new Response('')],
  ['no content', new Response(null, { status: 204 })],
  ['broken JSON', new Response('{"_id": ')],
  ['JSON null', new Response('null')],
  ['a list', answer([])],
  ['another object', answer({ id: 'f1' })],
])('takes %s for no file', async (_, response) => {
  const { fetch } = scriptedFetch(response)
  const { http } = createFileClient({ fetch, getToken: () => 't' })

  await expect(getFile(http, 'f1')).rejects.toMatchObject({
    code: 'bad-answer',
    step: 'list',
    message: 'getFile answered without a File entity.',
  })
})

it.each([
  ['addRelations', (http: Http) => addRelations(http, { slug: 'opportunity', id: '1' }, [])],
  ['deleteFile', (http: Http) => deleteFile(http, 'f1')],
])('takes the page of a proxy for no success of %s', async (operation, call) => {
  const page = new Response('\n<!doctype html><h1>Sign in</h1>', { headers: { 'Content-Type': 'text/html' } })
  const { http } = createFileClient({ ...scriptedFetch(page), getToken: () => 't' })

  await expect(call(http)).rejects.toMatchObject({
    code: 'bad-answer',
    message: `${operation} answered without JSON.`,
  })
})

it.each([
  [400, 'bad-request', false],
  [401, 'unauthorized', false],
  [403, 'forbidden', false],
  [404, 'not-found', false],
  [409, 'conflict', false],
  [413, 'too-large', false],
  [418, 'bad-request', false],
  [422, 'type-not-allowed', false],
  [429, 'rate-limited', true],
  [500, 'server', true],
  [502, 'server', true],
  [504, 'server', true],
] as const)('makes %i the code "%s"', async (status, code, retryable) => {
  const { fetch } = scriptedFetch(
    answer({ status, error: 'as it is' }, status),
    answer({ error: 'as it is' }, status),
  )
  const { http } = createFileClient({ fetch, getToken: () => 't' })

  const error = await getFile(http, 'f1').catch((caught: unknown) => caught)

  expect(error).toBeInstanceOf(FileError)
  expect(error).toMatchObject({
    code,
    status,
    retryable,
    step: 'list',
    message: `getFile was answered with ${status}: as it is`,
  })
})

it('finds the reason wherever an API puts it', async () => {
  const { fetch } = scriptedFetch(
    answer({ status: 400, error: 'filename is required' }, 400),
    answer({ message: 'of the portal' }, 400),
    new Response('<h1>Bad Gateway</h1>', { status: 502 }),
  )
  const { http } = createFileClient({ fetch, getToken: () => 't' })

  await expect(getFile(http, 'f1')).rejects.toThrow('400: filename is required')
  await expect(getFile(http, 'f1')).rejects.toThrow('400: of the portal')
  await expect(getFile(http, 'f1')).rejects.toThrow('502: no reason given')
})

it('waits as long as Retry-After asks for in seconds', async () => {
  const { fetch } = scriptedFetch(answer({}, 429, { 'Retry-After': '12' }))
  const { http } = createFileClient({ fetch, getToken: () => 't' })

  await expect(getFile(http, 'f1')).rejects.toMatchObject({ code: 'rate-limited', retryAfterMs: 12_000 })
})

it('waits until the date that Retry-After names', async () => {
  const date = new Date(Date.now() + 60_000).toUTCString()
  const { fetch } = scriptedFetch(answer({}, 503, { 'Retry-After': date }))
  const { http } = createFileClient({ fetch, getToken: () => 't' })

  const error = (await getFile(http, 'f1').catch((caught: unknown) => caught)) as FileError

  expect(error.retryAfterMs).toBeGreaterThan(50_000)
  expect(error.retryAfterMs).toBeLessThanOrEqual(60_000)
})

it.each([
  ['a date that has passed', 'Wed, 21 Oct 2015 07:28:00 GMT'],
  ['no time at all', '0'],
  ['nonsense', 'soon'],
])('leaves the wait to the retry policy when Retry-After says %s', async (_, value) => {
  const { fetch } = scriptedFetch(answer({}, 429, { 'Retry-After': value }))
  const { http } = createFileClient({ fetch, getToken: () => 't' })

  await expect(getFile(http, 'f1')).rejects.toMatchObject({ code: 'rate-limited', retryAfterMs: undefined })
})

it('calls a broken connection "network" and keeps its cause', async () => {
  const cause = new TypeError('Failed to fetch')
  const { http } = createFileClient({ fetch: scriptedFetch(cause).fetch, getToken: () => 't' })

  await expect(getFile(http, 'f1')).rejects.toMatchObject({ code: 'network', cause, retryable: true })
})

it('gives up on an answer that does not come in time', async () => {
  const clock = createManualClock()
  const server = createFileServer({ clock })
  const { http } = createFileClient({ fetch: server.fetch, clock, timeoutMs: 10_000, getToken: () => 't' })
  server.failNext('getFile', 'hang')
  let error: unknown

  void getFile(http, 'f1').catch((caught: unknown) => (error = caught))
  await clock.advance(9_999)
  expect(error).toBeUndefined()
  await clock.advance(1)

  await expect.poll(() => error).toMatchObject({ code: 'timeout', step: 'list' })
})

it('gives up on a body that never ends', async () => {
  const clock = createManualClock()
  const fetch: typeof globalThis.fetch = async (_, init) => {
    const body = new ReadableStream({
      start(controller) {
        controller.enqueue(new TextEncoder().encode('{"_id":'))
        init?.signal?.addEventListener('abort', () => controller.error(init.signal?.reason))
      },
    })
    return new Response(body)
  }
  const { http } = createFileClient({ fetch, clock, timeoutMs: 1000, getToken: () => 't' })

  const asked = expect(getFile(http, 'f1')).rejects.toMatchObject({ code: 'timeout' })
  await clock.advance(1000)

  await asked
})

it('leaves no timer behind once it was answered', async () => {
  const clock = createManualClock()
  const { http } = createFileClient({ fetch: scriptedFetch(answer(file)).fetch, clock, getToken: () => 't' })

  await getFile(http, 'f1')

  expect(clock.pending).toBe(0)
})

it('stops with the reason of its signal, which is no error of ours', async () => {
  const server = createFileServer()
  const controller = new AbortController()
  const { http } = createFileClient({ fetch: server.fetch, getToken: () => 't' })
  server.failNext('getFile', 'hang')

  const asked = getFile(http, 'f1', { signal: controller.signal })
  await expect.poll(() => server.ledger.count('getFile')).toBe(1)
  controller.abort(new Error('the component went away'))

  await expect(asked).rejects.toThrow('the component went away')
})

it('sends nothing when its signal has aborted already', async () => {
  const { fetch, asked } = scriptedFetch()
  const { http } = createFileClient({ fetch, getToken: () => 't' })

  await expect(
    uploadFileV2(http, { filename: 'a.pdf', mime_type: 'text/plain' }, { signal: AbortSignal.abort() }),
  ).rejects.toMatchObject({ name: 'AbortError' })

  expect(asked).toHaveLength(0)
})

it('lets go of a token that never comes, and of a refresh that others still wait for', async () => {
  const { fetch, asked } = scriptedFetch(answer({}, 401), answer({}, 401), answer(file))
  const controller = new AbortController()
  let bringToken = (_token: string) => {}
  const { http } = createFileClient({
    fetch,
    getToken: ({ refresh }) => (refresh ? new Promise<string>((resolve) => (bringToken = resolve)) : 'old'),
  })
  const canceled = getFile(http, 'f1', { signal: controller.signal })
  const other = getFile(http, 'f1')
  await expect.poll(() => asked.length).toBe(2)

  controller.abort()
  await expect(canceled).rejects.toMatchObject({ name: 'AbortError' })
  bringToken('new')

  await expect(other).resolves.toMatchObject({ _id: 'f1' })
  expect(asked).toHaveLength(3)
})
