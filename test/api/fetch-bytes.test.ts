import { expect, it, vi } from 'vitest'
import type { FileClientOptions, GetToken } from '../../src/core.js'
import { createFileClient } from '../../src/core.js'
import { createManualClock } from '../../src/testing.js'

const proxy = 'https://erp-file-proxy.sls.epilot.io/download?id=1'

it.each([
  proxy,
  'https://file.sls.epilot.io/x',
  'https://files.example.com/x',
  'https://files.example.com:8443/x',
  'https://epilot.example.com/x',
  'http://localhost:4000/x',
])('asks %s with the token, and with nothing else', async (url) => {
  const { fetched, fetchBytes } = arrange()

  await expect(fetchBytes(url).then((bytes) => bytes.text())).resolves.toBe('bytes')

  expect(fetched).toHaveBeenCalledTimes(1)
  const [asked, init] = fetched.mock.calls[0] ?? []
  expect(asked).toBe(url)
  // Where a redirect leads to another origin, the browser leaves the token out: see portal.e2e.ts.
  expect(init).toMatchObject({ credentials: 'omit', referrerPolicy: 'no-referrer' })
  expect(Object.entries(init?.headers ?? {})).toEqual([['Authorization', 'Bearer token']])
})

it.each([
  [undefined, 'https://file.sls.epilot.io/v1/files/1/preview'],
  ['https://epilot.example.com/file/', 'https://epilot.example.com/file/v1/files/1/preview'],
])('asks the File API at %s by a path, with the headers that are meant for epilot', async (fileUrl, url) => {
  const headers = { 'x-epilot-org-id': '123' }
  const { client, fetched, fetchBytes } = arrange({ headers, ...(fileUrl && { fileUrl }) })

  await client.fetchBytes({ ...request('/v1/files/1/preview'), host: 'file' })
  await fetchBytes(proxy)

  const [own, foreign] = fetched.mock.calls
  expect(own?.[0]).toBe(url)
  expect(own?.[1]?.headers).toEqual({ ...headers, Authorization: 'Bearer token' })
  expect(foreign?.[1]?.headers).toEqual({ Authorization: 'Bearer token' })
})

it.each([
  'https://evil.example/x',
  // Not what they look like.
  'https://sls.epilot.io.evil.example/x',
  'https://evilsls.epilot.io/x',
  'https://sls.epilot.io@evil.example/x',
  'https://files.example.com.evil.example/x',
  'https://files.example.com@evil.example/x',
  'https://sub.files.example.com/x',
  // A page of a customer of epilot's.
  'https://somebody.portal.epilot.io/x',
  // With somebody else's credentials, without encryption, at another port.
  'https://user:secret@files.example.com/x',
  'http://erp-file-proxy.sls.epilot.io/x',
  'http://files.example.com/x',
  'https://files.example.com:444/x',
  'https://erp-file-proxy.sls.epilot.io:8443/x',
  'https://localhost:4000/x',
  'http://localhost:4001/x',
])('sends nothing to %s', async (url) => {
  const { fetched, getToken, fetchBytes } = arrange()

  await expect(fetchBytes(url)).rejects.toMatchObject({ code: 'untrusted-host', step: 'preview' })

  expect(fetched).not.toHaveBeenCalled()
  expect(getToken).not.toHaveBeenCalled()
})

it.each([
  ['dateien.müller.example', 'https://dateien.xn--mller-kva.example/x'],
  ['files.example.com:443', 'https://files.example.com/x'],
])('knows %s by whatever name the browser has for it', async (host, url) => {
  const { fetchBytes } = arrange({ trustedHosts: [host] })
  await expect(fetchBytes(url).then((bytes) => bytes.text())).resolves.toBe('bytes')
})

it.each([
  '',
  '*',
  '*.example.com',
  'https://files.example.com',
  'files.example.com/x',
  'me@files.example.com',
])('trusts nothing by what is no host: "%s"', async (host) => {
  const { fetchBytes } = arrange({ trustedHosts: [host] })
  for (const url of ['https://https/x', 'https://files.example.com/x']) {
    await expect(fetchBytes(url)).rejects.toMatchObject({ code: 'untrusted-host' })
  }
})

it.each(['//evil.example/x', '/x', 'x'])('knows of no place for "%s"', async (url) => {
  const { fetched, fetchBytes } = arrange()
  await expect(fetchBytes(url)).rejects.toMatchObject({ code: 'bad-answer' })
  expect(fetched).not.toHaveBeenCalled()
})

it('takes no two places without an origin for one', async () => {
  const { fetchBytes } = arrange({ entityUrl: 'app://epilot/entity' })
  await expect(fetchBytes('other://evil.example/x')).rejects.toMatchObject({ code: 'untrusted-host' })
})

it('tells developers what to do about a host that is not trusted', async () => {
  const { fetchBytes } = arrange()
  await expect(fetchBytes('https://files.acme.example/x')).rejects.toThrow(
    "If it is yours, name it: createFileClient({ trustedHosts: ['files.acme.example'] }).",
  )
})

it('trusts no other host by itself', async () => {
  const { fetchBytes } = arrange({ trustedHosts: [] })
  await expect(fetchBytes('https://files.example.com/x')).rejects.toMatchObject({ code: 'untrusted-host' })
})

it('asks once more with a fresh token after a 401, and then takes no for an answer', async () => {
  const { fetched, getToken, fetchBytes } = arrange({}, () => new Response(null, { status: 401 }))

  await expect(fetchBytes()).rejects.toMatchObject({ code: 'unauthorized', status: 401 })

  expect(fetched).toHaveBeenCalledTimes(2)
  expect(getToken.mock.calls.filter(([{ refresh }]) => refresh)).toHaveLength(1)
})

it.each([
  [403, 'forbidden'],
  [404, 'not-found'],
  [500, 'server'],
] as const)('says what a %i is', async (status, code) => {
  const { fetchBytes } = arrange({}, () => new Response(null, { status }))
  await expect(fetchBytes()).rejects.toMatchObject({ code, status, audience: 'customer' })
})

it('takes no page for a file', async () => {
  const { fetchBytes } = arrange(
    {},
    () => new Response('<p>Sign in', { headers: { 'Content-Type': 'text/html' } }),
  )
  await expect(fetchBytes()).rejects.toMatchObject({ code: 'not-a-download' })
})

it.each(['as it says', 'though it does not say so'])('stops at what is too large, %s', async (says) => {
  const canceled = vi.fn()
  const body = new ReadableStream({
    pull: (controller) => controller.enqueue(new Uint8Array(40)),
    cancel: canceled,
  })
  const headers = says === 'as it says' ? { 'Content-Length': '101' } : {}
  const { fetchBytes } = arrange({}, (signal) => {
    signal.addEventListener('abort', canceled)
    return new Response(body, { headers })
  })

  await expect(fetchBytes()).rejects.toMatchObject({ code: 'too-large' })

  expect(canceled).toHaveBeenCalled()
})

it('ends the request when nobody wants the bytes any more', async () => {
  const ended = vi.fn()
  const { fetched, fetchBytes } = arrange({}, (signal) => {
    signal.addEventListener('abort', ended)
    return new Response(new ReadableStream())
  })
  const stop = new AbortController()
  const bytes = fetchBytes(proxy, stop.signal)
  await vi.waitFor(() => expect(fetched).toHaveBeenCalled())

  stop.abort()

  await expect(bytes).rejects.toBe(stop.signal.reason)
  expect(ended).toHaveBeenCalled()
})

it('gives up on bytes that stop coming', async () => {
  const clock = createManualClock()
  const { fetched, fetchBytes } = arrange({ clock, timeoutMs: 1000 }, (signal) => {
    const body = new ReadableStream({
      start(controller) {
        controller.enqueue(new Uint8Array(10))
        signal.addEventListener('abort', () => controller.error(signal.reason))
      },
    })
    return new Response(body)
  })
  let problem: unknown
  fetchBytes().catch((error: unknown) => (problem = error))
  await vi.waitFor(() => expect(fetched).toHaveBeenCalled())

  await vi.waitFor(async () => {
    await clock.advance(1000)
    expect(problem).toMatchObject({ code: 'timeout' })
  })
})

it('gives a fresh token all the time that it takes', async () => {
  const clock = createManualClock()
  const answers = [new Response(null, { status: 401 }), new Response('bytes')]
  let signIn = (_token: string) => {}
  const getToken = vi.fn<GetToken>(({ refresh }) =>
    refresh ? new Promise((resolve) => (signIn = resolve)) : 'token',
  )
  const { fetchBytes } = arrange(
    { clock, timeoutMs: 1000, getToken },
    () => answers.shift() ?? new Response(null, { status: 500 }),
  )
  const bytes = fetchBytes()
  await vi.waitFor(() => expect(getToken).toHaveBeenCalledWith({ refresh: true }))

  await clock.advance(60_000)
  signIn('fresh token')

  await expect(bytes.then((blob) => blob.text())).resolves.toBe('bytes')
})

it('sends no token of somebody who has signed in meanwhile', async () => {
  let owner = 'ada'
  const { fetched, client } = arrange({
    owner: () => owner,
    getToken: () => {
      owner = 'bob'
      return 'token of bob'
    },
  })

  await expect(client.fetchBytes(request(proxy), { owner: 'ada' })).rejects.toMatchObject({
    code: 'owner-changed',
  })

  expect(fetched).not.toHaveBeenCalled()
})

function arrange(
  options: FileClientOptions = {},
  answer: (signal: AbortSignal) => Response = () => new Response('bytes'),
) {
  const fetched = vi.fn<typeof fetch>(async (_url, init) =>
    answer(init?.signal ?? new AbortController().signal),
  )
  const getToken = vi.fn<GetToken>(() => 'token')
  const client = createFileClient({
    getToken,
    fetch: fetched,
    entityUrl: 'https://epilot.example.com/entity',
    portalUrl: 'http://localhost:4000',
    trustedHosts: ['files.example.com', 'Files.Example.com:8443'],
    journal: 'off',
    ...options,
  })
  const fetchBytes = (url = proxy, signal?: AbortSignal) => client.fetchBytes(request(url), { signal })
  return { fetched, getToken, client, fetchBytes }
}

function request(url: string) {
  return { operation: 'getFilePreview', step: 'preview', url, maxBytes: 100 } as const
}
