import { expect, it, vi } from 'vitest'
import { createFileClient, createRetryPolicy } from '../../src/core.js'
import type { FileClientOptions, GetToken, Upload, UploadState } from '../../src/core.js'
import { aFile, createFileServer, createManualClock, createManualConnection } from '../../src/testing.js'

// Tokens that do not come, come late, or come again.

it('waits for a sign-in where getToken does not answer, and goes on once it has answered after all', async () => {
  const session = aSession('silent')
  const { add, clock, server } = setUp({ getToken: session.getToken })
  const uploads = add(2)
  await clock.advance(29_000)
  expect(statusesOf(uploads)).toEqual(['preparing', 'preparing'])
  await clock.advance(1000)
  expect(uploads.map(({ state }) => state.getState())).toMatchObject(Array(2).fill(forSignIn))

  session.answer()

  await Promise.all(uploads.map((upload) => reaches(upload, 'done')))
  expect(server.files()).toHaveLength(2)
})

it('asks anew after a getToken that never answers', async () => {
  const session = aSession('silent')
  const { add, clock } = setUp({ getToken: session.getToken })
  const [upload] = add(1)
  await clock.advance(30_000)
  expect(upload.state.getState()).toMatchObject(forSignIn)

  session.is = 'open'
  await clock.advance(10_000)

  await reaches(upload, 'done')
})

it('does not hang for good on a refresh that never answers', async () => {
  const session = aSession('open')
  const { add, clock, server } = setUp({ getToken: session.getToken })
  server.failNext('uploadFileV2', { status: 401 }, 2)
  session.refresh = 'silent'
  const uploads = add(2)
  await clock.advance(30_000)
  expect(uploads.map(({ state }) => state.getState())).toMatchObject(Array(2).fill(forSignIn))

  session.refresh = 'open'
  server.failNext('uploadFileV2', { status: 401 }, 2)
  // It may be that somebody is signing in.
  await clock.advance(600_000)

  await Promise.all(uploads.map((upload) => reaches(upload, 'done')))
})

it('is canceled at once while it waits for the token to save with: nothing has left', async () => {
  const session = aSession('open')
  const { add, server } = setUp({ getToken: session.getToken })
  const [upload] = add(1)
  upload.state.subscribe(({ status }) => status === 'saving' && (session.is = 'silent'))
  await reaches(upload, 'saving')
  await vi.waitFor(() => expect(session.asked).toBe(2))
  expect(upload.state.getState()).toMatchObject({ checkpoint: { reached: 's3' } })

  upload.cancel()

  expect(upload.state.getState()).toEqual({ status: 'canceled' })
  expect(server.ledger.count('saveFileV2')).toBe(0)
})

it('is canceled in the end where the token for the save never comes', async () => {
  const session = aSession('open')
  const { add, clock, server } = setUp({ getToken: session.getToken })
  const [upload] = add(1)
  upload.state.subscribe((state) => {
    if ('checkpoint' in state && state.checkpoint.reached === 'save-sent') session.is = 'silent'
  })
  await vi.waitFor(() => expect(session.is).toBe('silent'))

  upload.cancel()
  await clock.advance(30_000)

  expect(upload.state.getState()).toEqual({ status: 'canceled' })
  expect(server.ledger.count('saveFileV2')).toBe(0)
})

it.each(['online', 'seen', 'left alone'] as const)(
  'goes on by itself when it is %s and there are tokens again',
  async (moment) => {
    const session = aSession('over')
    const { add, clock, connection } = setUp({ getToken: session.getToken })
    const uploads = add(12)
    await reaches(uploads[0], 'waiting')
    expect(uploads[0].state.getState()).toMatchObject(forSignIn)

    session.is = 'open'
    if (moment === 'online') connection.goOnline()
    if (moment === 'seen') connection.show()
    if (moment === 'left alone') await clock.advance(10_000)

    await Promise.all(uploads.map((upload) => reaches(upload, 'done')))
  },
)

it('asks for a token again now and then, once for all uploads', async () => {
  const session = aSession('over')
  const { add, clock } = setUp({ getToken: session.getToken })
  const uploads = add(20)
  await reaches(uploads[0], 'waiting')
  const { asked } = session

  await clock.advance(3_600_000)

  expect(session.asked - asked).toBeGreaterThan(10)
  expect(session.asked - asked).toBeLessThan(20)
  expect(uploads[0].state.getState()).toMatchObject(forSignIn)
})

it('asks no more than now and then where the tokens that come are no good', async () => {
  const session = aSession('open')
  session.refresh = 'over'
  const { add, clock, server } = setUp({ getToken: session.getToken })
  server.failBy((operation) => (operation === 'uploadFileV2' ? { status: 401 } : undefined))
  const [upload] = add(1)
  await reaches(upload, 'waiting')

  await clock.advance(3_600_000)

  expect(upload.state.getState()).toMatchObject(forSignIn)
  expect(server.ledger.count('uploadFileV2')).toBeLessThan(20)
})

it('asks nobody for a token once nothing waits for one any more', async () => {
  const session = aSession('over')
  const { add, client, clock } = setUp({ getToken: session.getToken })
  const [upload] = add(1)
  await reaches(upload, 'waiting')
  const { asked } = session

  client.close()
  await clock.advance(3_600_000)

  expect(upload.state.getState()).toEqual({ status: 'canceled' })
  expect(session.asked).toBe(asked)
  expect(clock.pending).toBe(0)
})

it('does not say that a session has ended where the server that gives tokens cannot be reached', async () => {
  const session = aSession('unreachable')
  const { add, clock } = setUp({ getToken: session.getToken })
  const uploads = add(3)
  await reaches(uploads[0], 'waiting')
  expect(uploads[0].state.getState()).toMatchObject({
    waiting: { for: 'retry', error: { code: 'network' } },
  })
  await clock.advance(5000)
  session.is = 'open'

  await clock.advance(10_000)

  await Promise.all(uploads.map((upload) => reaches(upload, 'done')))
})

it('fails of no server that gives no tokens, however long it is away', async () => {
  const session = aSession('unreachable')
  const { add, clock } = setUp({ getToken: session.getToken })
  const uploads = add(3)

  await clock.advance(3_600_000)
  // The others stand behind it.
  expect(uploads.map(({ state }) => state.getState())).toContainEqual(expect.objectContaining(forSignIn))
  expect(statusesOf(uploads)).toEqual(Array(3).fill('waiting'))
  session.is = 'open'
  await clock.advance(300_000)

  await Promise.all(uploads.map((upload) => reaches(upload, 'done')))
})

const forSignIn = { status: 'waiting', waiting: { for: 'sign-in' } }

/** `silent` answers only with `answer()`, if at all. */
type SessionState = 'open' | 'over' | 'silent' | 'unreachable'

interface Session {
  is: SessionState
  /** What it says to a refresh, where that is something else. */
  refresh?: SessionState
  asked: number
  answer(): void
  readonly getToken: GetToken
}

function aSession(is: SessionState): Session {
  const silent: ((token: string) => void)[] = []
  const session: Session = {
    is,
    asked: 0,
    answer() {
      session.is = 'open'
      for (const resolve of silent) resolve('token')
    },
    async getToken({ refresh }) {
      session.asked += 1
      const now = (refresh ? session.refresh : undefined) ?? session.is
      if (now === 'over') throw new Error('login_required')
      if (now === 'unreachable') throw new TypeError('Failed to fetch')
      return now === 'open' ? 'token' : new Promise<string>((resolve) => silent.push(resolve))
    },
  }
  return session
}

function setUp(options: FileClientOptions) {
  const clock = createManualClock()
  const connection = createManualConnection()
  const server = createFileServer({ clock })
  const client = createFileClient({
    fetch: server.fetch,
    putBlob: server.putBlob,
    clock,
    connection,
    retry: createRetryPolicy({ random: () => 1 }),
    ...options,
  })
  const add = (count: number) => {
    const files = Array.from({ length: count }, (_, index) => aFile({ name: `${index}.pdf`, sizeBytes: 10 }))
    return client.uploads.add(files, { scope: 's' }) as readonly [Upload, ...Upload[]]
  }
  return { client, server, clock, connection, add }
}

function statusesOf(uploads: readonly Upload[]) {
  return uploads.map(({ state }) => state.getState().status)
}

async function reaches({ state }: Upload, status: UploadState['status']) {
  await vi.waitFor(() => expect(state.getState().status).toBe(status), { interval: 1 })
}
