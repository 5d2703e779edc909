import { expect, it, vi } from 'vitest'
import { createFileClient } from '../../src/core.js'
import { aFile, createFileServer, createManualClock, createManualPut } from '../../src/testing.js'
import { uploadsLeft } from '../../src/uploads/uploads-left.js'

it('counts what is under way, also what was sent before somebody asked, but nothing that is there or has failed', async () => {
  const { client, put, add } = setUp()
  add('photos', 1000)
  const done = await put.next()
  done.finish()
  await vi.waitFor(() => expect(status(client)).toEqual(['done']))
  add('photos', 1000, 1000)
  add('bill', 1000)
  const [first, failing, bill] = [await put.next(), await put.next(), await put.next()]
  first.progress(500)
  failing.fail(new Error('lost'))
  await vi.waitFor(() => expect(status(client)).toContain('failed'))

  const left = uploadsLeft(client, ['photos', 'bill'])

  expect(left.getState()).toMatchObject({ count: 2, percent: 25 })
  const seen: unknown[] = []
  left.subscribe((now) => seen.push(now && [now.count, now.percent]))
  bill.progress(500)
  first.finish()
  await vi.waitFor(() => expect(left.getState()?.count).toBe(1))
  expect(left.getState()?.percent).toBe(75)
  bill.finish()
  await vi.waitFor(() => expect(left.getState()).toBeNull())
  expect(seen.at(-1)).toBeNull()
})

it('waits for nothing where files need somebody', async () => {
  const { client, put, add } = setUp()
  add('photos', 1000)
  const left = uploadsLeft(client, ['photos'])
  left.subscribe(() => {})
  const sending = await put.next()
  expect(left.getState()).toMatchObject({ count: 1, percent: 0 })
  sending.fail(new Error('lost'))
  await vi.waitFor(() => expect(left.getState()).toBeNull())
})

function setUp() {
  const server = createFileServer()
  const put = createManualPut({ server })
  const clock = createManualClock()
  const client = createFileClient({ fetch: server.fetch, putBlob: put, clock, retry: () => null })
  const add = (scope: string, ...sizes: readonly number[]) =>
    client.uploads.add(
      sizes.map((sizeBytes, index) => aFile({ name: `${scope}-${index}-${sizes.length}.pdf`, sizeBytes })),
      { scope, mode: 'journey' },
    )
  return { client, put, add }
}

function status({ uploads }: ReturnType<typeof setUp>['client']) {
  return uploads.all().map(({ state }) => state.getState().status)
}
