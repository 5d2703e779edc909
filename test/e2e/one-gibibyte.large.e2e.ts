import { createHash } from 'node:crypto'
import { open } from 'node:fs/promises'
import path from 'node:path'
import type { CDPSession } from 'playwright'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { bytesOf } from './page/bytes.js'
import { expectOnlyContentType } from './support/expect-only-content-type.js'
import type { World } from './support/world.js'
import { startWorld } from './support/world.js'

let world: World
beforeAll(async () => (world = await startWorld()))
afterAll(() => world.close())

const mebibyte = 1024 * 1024
const name = 'drone.mov'
const minutes = 60_000

it(
  'takes 1 GiB from the picker to S3 bit for bit, in 10 MiB of memory',
  async () => {
    const { file, sha256 } = await writeLargeFile(1024 * mebibyte)
    const page = await world.open()
    const history = await page.follow(name)
    const devtools = await page.tab.context().newCDPSession(page.tab)
    const before = await heapBytes(devtools)

    await page.pick(file)
    const arrival = page.arrival(name, 5 * minutes)
    const heap = await sampleUntil(arrival, () => heapBytes(devtools))
    await arrival

    const [saved, ...others] = world.epilot.server.filesOf(page.entity)
    expect(others).toEqual([])
    expect(await world.store.stored(saved?.s3ref)).toEqual({ sha256, contentType: 'video/quicktime' })
    expectOnlyContentType(world.store.requests)

    const grown = Math.max(...heap) - before
    const { progress } = await history.jsonValue()
    console.log(
      `The heap had ${inMiB(before)} before and ${inMiB(Math.max(...heap))} at most in ${heap.length} samples; ` +
        `the bar showed ${progress.length} values.`,
    )
    expect(heap.length).toBeGreaterThan(5)
    expect(grown).toBeLessThan(10 * mebibyte)
    expect(progress.length).toBeGreaterThan(20)
  },
  6 * minutes,
)

async function writeLargeFile(sizeBytes: number): Promise<{ file: string; sha256: string }> {
  const file = path.join(world.folder, name)
  const hash = createHash('sha256')
  const handle = await open(file, 'w')
  const pieceBytes = 16 * mebibyte
  for (let index = 0; index * pieceBytes < sizeBytes; index++) {
    const piece = bytesOf(100 + index, pieceBytes)
    hash.update(piece)
    await handle.write(piece)
  }
  await handle.close()
  return { file, sha256: hash.digest('hex') }
}

/** What is left in the page's JavaScript heap once nothing is in it that nobody needs. */
async function heapBytes(devtools: CDPSession): Promise<number> {
  await devtools.send('HeapProfiler.collectGarbage')
  return (await devtools.send('Runtime.getHeapUsage')).usedSize
}

async function sampleUntil(end: Promise<unknown>, sample: () => Promise<number>): Promise<number[]> {
  let isOver = false
  const over = end.finally(() => (isOver = true))
  over.catch(() => {}) // whoever awaits `end` hears of it
  const samples: number[] = []
  while (!isOver) {
    samples.push(await sample())
    await Promise.race([over, new Promise((resolve) => setTimeout(resolve, 300))])
  }
  return samples
}

function inMiB(bytes: number): string {
  return `${(bytes / mebibyte).toFixed(1)} MiB`
}
