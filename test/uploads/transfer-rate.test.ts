import { expect, it } from 'vitest'
import { createFileClient } from '../../src/core.js'
import type { ManualClock, ManualSending } from '../../src/testing.js'
import { aFile, createFileServer, createManualClock, createManualPut } from '../../src/testing.js'
import type { RateStore } from '../../src/uploads/rate-store.js'
import { scopeRate, uploadRate } from '../../src/uploads/transfer-rate.js'

it('tells how fast an upload goes and how long the rest will take', async () => {
  const { client, put, clock } = setUp()
  const [upload] = client.uploads.add([aFile({ sizeBytes: 1_000_000 })], { scope: 's' })
  const sending = await put.next()
  const rate = uploadRate(upload!, clock)
  const seen = listen(rate)

  await send(sending, clock, { seconds: 1, perSecond: 50_000 })
  expect(rate.getState()).toBeNull()
  await send(sending, clock, { seconds: 4, perSecond: 50_000, from: 50_000 })

  expectAbout(rate.getState()?.bytesPerSecond, 50_000)
  expectAbout(rate.getState()?.secondsLeft, 15)
  // Once a second, however often bytes leave.
  expect(seen.values.length).toBeLessThanOrEqual(5)
})

it('slows down as nothing comes, then says nothing, and stops looking', async () => {
  const { client, put, clock } = setUp()
  const [upload] = client.uploads.add([aFile({ sizeBytes: 1_000_000 })], { scope: 's' })
  const sending = await put.next()
  const rate = uploadRate(upload!, clock)
  listen(rate)
  await send(sending, clock, { seconds: 5, perSecond: 50_000 })

  await clock.advance(3000)
  expect(rate.getState()?.bytesPerSecond).toBeLessThan(40_000)
  await clock.advance(5000)
  expect(rate.getState()).toBeNull()
  const pending = clock.pending
  await clock.advance(60_000)
  expect(clock.pending).toBeLessThanOrEqual(pending)
  expect(clock.pending).toBe(0)
})

it('says nothing while it is paused, and begins anew', async () => {
  const { client, put, clock } = setUp()
  const [upload] = client.uploads.add([aFile({ sizeBytes: 1_000_000 })], { scope: 's' })
  const rate = uploadRate(upload!, clock)
  listen(rate)
  await send(await put.next(), clock, { seconds: 5, perSecond: 50_000 })

  upload!.pause()
  expect(rate.getState()).toBeNull()
  upload!.resume()
  const again = await put.next()
  await clock.advance(1000)
  expect(rate.getState()).toBeNull()
  await send(again, clock, { seconds: 3, perSecond: 10_000 })

  expect(rate.getState()?.bytesPerSecond).toBeLessThanOrEqual(10_000)
})

it('costs nothing while nobody listens, and knows what was before when somebody does again', async () => {
  const { client, put, clock } = setUp()
  const [upload] = client.uploads.add([aFile({ sizeBytes: 1_000_000 })], { scope: 's' })
  const sending = await put.next()
  const first = listen(uploadRate(upload!, clock))
  await send(sending, clock, { seconds: 5, perSecond: 50_000 })
  first.leave()
  expect(clock.pending).toBe(0)
  await send(sending, clock, { seconds: 2, perSecond: 50_000, from: 250_000 })
  expect(clock.pending).toBe(0)

  const rate = uploadRate(upload!, clock)
  listen(rate)

  expectAbout(rate.getState()?.bytesPerSecond, 50_000)
})

it('adds up all uploads of a scope, those in line included and paused ones not', async () => {
  const { client, put, clock } = setUp()
  const rate = scopeRate(client.uploads, 's', clock)
  listen(rate)
  const files = Array.from({ length: 10 }, (_, index) =>
    aFile({ name: `${index}.pdf`, sizeBytes: 1_000_000 }),
  )
  const uploads = client.uploads.add(files, { scope: 's' })
  client.uploads.add(files, { scope: 'another' })
  const [a, b] = [await put.next(), await put.next()]

  await sendBoth(5)
  expectAbout(rate.getState()?.bytesPerSecond, 100_000)
  expectAbout(rate.getState()?.secondsLeft, (10_000_000 - 500_000) / 100_000)

  uploads.slice(5).forEach((upload) => upload.pause())
  await sendBoth(1, 250_000)
  expectAbout(rate.getState()?.secondsLeft, (5_000_000 - 600_000) / 100_000)

  uploads.forEach((upload) => upload.pause())
  await clock.advance(1000)
  expect(rate.getState()).toBeNull()

  async function sendBoth(seconds: number, from = 0) {
    for (let tenth = 1; tenth <= seconds * 10; tenth++) {
      a.progress(from + tenth * 5000)
      b.progress(from + tenth * 5000)
      await clock.advance(100)
    }
  }
})

it('does not take for slow what was paused', async () => {
  const { client, put, clock } = setUp()
  const rate = scopeRate(client.uploads, 's', clock)
  listen(rate)
  const [upload] = client.uploads.add([aFile({ sizeBytes: 10_000_000 })], { scope: 's' })
  await send(await put.next(), clock, { seconds: 9, perSecond: 50_000 })

  upload!.pause()
  expect(rate.getState()).toBeNull()
  await clock.advance(6000)
  upload!.resume()
  await send(await put.next(), clock, { seconds: 4, perSecond: 50_000 })

  expectAbout(rate.getState()?.bytesPerSecond, 50_000)
})

it('is not misled by files that `prepare` makes smaller, nor by an attempt that begins anew', async () => {
  const { client, put, clock } = setUp()
  const rate = scopeRate(client.uploads, 's', clock)
  listen(rate)
  const prepare = (file: File) => new File([file.slice(0, file.size / 10)], file.name)
  const [upload] = client.uploads.add([aFile({ sizeBytes: 2_000_000 })], { scope: 's', prepare })
  const sending = await put.next()
  await send(sending, clock, { seconds: 5, perSecond: 10_000 })

  // A quarter of what will be sent is sent.
  expectAbout(rate.getState()?.bytesPerSecond, 10_000)
  expectAbout(rate.getState()?.secondsLeft, 15)

  upload!.pause()
  upload!.resume()
  await send(await put.next(), clock, { seconds: 4, perSecond: 10_000 })
  expect(rate.getState()?.bytesPerSecond).toBeGreaterThan(5000)
  expect(rate.getState()?.bytesPerSecond).toBeLessThanOrEqual(10_500)
})

function setUp() {
  const clock = createManualClock()
  const server = createFileServer()
  const put = createManualPut({ server })
  const client = createFileClient({ getToken: () => 'token', fetch: server.fetch, putBlob: put, clock })
  return { client, put, clock: withoutCalls(clock) }
}

/** Counts only timers of the rate: calls to epilot have time limits. */
function withoutCalls(clock: ManualClock): ManualClock {
  let ours = 0
  return {
    ...clock,
    setTimeout(callback, delayMs) {
      ours++
      let isOver = false
      const end = () => {
        if (!isOver) ours--
        isOver = true
      }
      const callOff = clock.setTimeout(() => {
        end()
        callback()
      }, delayMs)
      return () => {
        end()
        callOff()
      }
    },
    get pending() {
      return ours
    },
  }
}

async function send(
  sending: ManualSending,
  clock: ManualClock,
  { seconds, perSecond, from = 0 }: { seconds: number; perSecond: number; from?: number },
) {
  for (let tenth = 1; tenth <= seconds * 10; tenth++) {
    await clock.advance(100)
    sending.progress(from + (tenth * perSecond) / 10)
  }
  // A moment more, for the look that falls due now.
  await clock.advance(0)
}

function listen(rate: RateStore) {
  const values: unknown[] = []
  const leave = rate.subscribe((value) => values.push(value))
  return { values, leave }
}

/** Looks are a second apart. */
function expectAbout(value: number | undefined, expected: number) {
  expect(value).toBeGreaterThan(expected * 0.88)
  expect(value).toBeLessThan(expected * 1.12)
}
