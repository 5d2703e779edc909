// Are 10,000 files a normal case? Against a list written by hand that puts every row into the page, within one run.
import path from 'node:path'
import type { CDPSession, Page } from 'playwright'
import { chromium } from 'playwright'
import { servePage } from '../e2e/support/serve-page.ts'
import { browserLaunchOptions } from '../support/find-browser.ts'
import type { Bench } from './ten-thousand/main.tsx'

type Way = 'ours' | 'plain'

interface Measured {
  readonly addMilliseconds: number
  readonly longTasks: readonly number[]
  readonly nodes: number
  /** Per progress event, of the page's main thread. */
  readonly eventMilliseconds: number
}

const count = 10_000
const rounds = 5
/** The plain list takes too long for as many. */
const events: Readonly<Record<Way, number>> = { ours: 2000, plain: 100 }

const page = await servePage({ folder: path.join(import.meta.dirname, 'ten-thousand') })
const browser = await chromium.launch(browserLaunchOptions())
try {
  console.log(`${count} files put into an input, against a list that keeps all rows in the page\n`)
  const plain = await measure('plain')
  const ours = await measure('ours')
  const heap = await measureHeap()
  print(plain, ours, heap)
  if (!judge(plain, ours, heap)) process.exitCode = 1
} finally {
  await browser.close()
  await page.close()
}

async function measure(way: Way): Promise<Measured> {
  // The quickest of three, since whatever else a machine does only adds to it.
  const adds: Awaited<ReturnType<Bench['add']>>[] = []
  for (let turn = 0; turn < 2; turn++) {
    const { tab } = await open(way)
    adds.push(await tab.evaluate((files) => bench.add(files), count))
    await tab.close()
  }
  const { tab, session } = await open(way)
  adds.push(await tab.evaluate((files) => bench.add(files), count))
  const nodes = await tab.evaluate(() => bench.countNodes())
  await tab.evaluate(() => bench.progress(20))
  const before = await threadSeconds(session)
  await tab.evaluate((many) => bench.progress(many), events[way])
  const seconds = (await threadSeconds(session)) - before
  await tab.close()
  const best = adds.toSorted((a, b) => a.milliseconds - b.milliseconds)[0]
  return {
    addMilliseconds: best?.milliseconds ?? Number.NaN,
    longTasks: adds.map(({ longTasks }) => longTasks).toSorted((a, b) => sum(a) - sum(b))[0] ?? [],
    nodes,
    eventMilliseconds: (seconds * 1000) / events[way],
  }
}

/** Bytes in use after each round of adding and clearing. */
async function measureHeap(): Promise<readonly number[]> {
  const { tab, session } = await open('ours')
  const used: number[] = []
  // One more before, in which code is compiled and caches are filled.
  for (let round = -1; round < rounds; round++) {
    await tab.evaluate((files) => bench.add(files), count)
    await tab.evaluate(() => bench.clear())
    await session.send('HeapProfiler.collectGarbage')
    const { usedSize } = await session.send('Runtime.getHeapUsage')
    if (round >= 0) used.push(usedSize)
  }
  await tab.close()
  return used
}

async function open(way: Way): Promise<{ readonly tab: Page; readonly session: CDPSession }> {
  const tab = await browser.newPage()
  tab.on('pageerror', (error) => {
    throw error
  })
  await tab.goto(page.origin)
  await tab.waitForFunction(() => 'bench' in window)
  await tab.evaluate((asked) => bench.mount(asked), way)
  const session = await tab.context().newCDPSession(tab)
  await session.send('Performance.enable')
  return { tab, session }
}

async function threadSeconds(session: CDPSession): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics')
  return metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN
}

function print(plain: Measured, ours: Measured, heap: readonly number[]): void {
  console.log(row(['', 'ours', 'plain']))
  const line = (what: string, of: (measured: Measured) => string) =>
    console.log(row([what, of(ours), of(plain)]))
  line('added, painted', ({ addMilliseconds }) => `${addMilliseconds.toFixed(0)} ms`)
  line(
    'tasks over 50 ms',
    ({ longTasks }) => `${longTasks.length} (${Math.max(0, ...longTasks).toFixed(0)} ms)`,
  )
  line('nodes in the page', ({ nodes }) => String(nodes))
  line('a progress event', ({ eventMilliseconds }) => `${eventMilliseconds.toFixed(3)} ms`)
  console.log(
    `\nheap after each of ${rounds} rounds: ${heap.map((bytes) => (bytes / 1e6).toFixed(2)).join(', ')} MB\n`,
  )
}

function judge(plain: Measured, ours: Measured, heap: readonly number[]): boolean {
  const [first = Number.NaN] = heap
  const last = heap.at(-1) ?? Number.NaN
  return [
    verdict('added to painted, ours/plain', ours.addMilliseconds / plain.addMilliseconds, 0.15),
    verdict('a progress event, ours/plain', ours.eventMilliseconds / plain.eventMilliseconds, 1),
    verdict('nodes in the page', ours.nodes, 1499),
    verdict('tasks over 50 ms while adding', ours.longTasks.length, 0),
    verdict('heap, last round/first', last / first, 1.05),
  ].every(Boolean)
}

function verdict(what: string, value: number, most: number): boolean {
  const isGood = value <= most
  console.log(`${isGood ? 'ok  ' : 'MISS'}  ${what}: ${Number(value.toFixed(3))}, at most ${most}`)
  return isGood
}

function row(cells: readonly string[]): string {
  return cells.map((cell) => cell.padStart(20)).join('')
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}

declare const bench: Bench
