// Are 10,000 files a normal case? Against a list written by hand that puts every row into the page, within one run: in
// our styles, and bare of any, which is quicker to draw.
import path from 'node:path'
import type { CDPSession, Page } from 'playwright'
import { chromium } from 'playwright'
import { servePage } from '../e2e/support/serve-page.ts'
import { browserLaunchOptions } from '../support/find-browser.ts'
import type { Bench } from './ten-thousand/main.tsx'

type Way = 'ours' | 'plain' | 'bare'

interface Added {
  readonly milliseconds: number
  readonly longTasks: readonly number[]
}

interface Running {
  readonly nodes: number
  /** Per progress event, of the page's main thread. */
  readonly eventMilliseconds: number
}

const count = 10_000
const turns = 7
const rounds = 5
/** The plain list takes too long for as many. */
const events: Readonly<Record<Exclude<Way, 'bare'>, number>> = { ours: 2000, plain: 100 }

const page = await servePage({ folder: path.join(import.meta.dirname, 'ten-thousand') })
const browser = await chromium.launch(browserLaunchOptions())
try {
  console.log(`${count} files put into an input, against a list that keeps all rows in the page\n`)
  const adding = await measureAdding()
  const running = { ours: await measureRunning('ours'), plain: await measureRunning('plain') }
  const heap = await measureHeap()
  print(adding, running, heap)
  if (!judge(adding, running, heap)) process.exitCode = 1
} finally {
  await browser.close()
  await page.close()
}

/** By turns, so that whatever else the machine does falls on all ways alike. */
async function measureAdding(): Promise<Readonly<Record<Way, readonly Added[]>>> {
  const added: Record<Way, Added[]> = { ours: [], plain: [], bare: [] }
  for (let turn = 0; turn < turns; turn++) {
    for (const way of ['ours', 'plain', 'bare'] as const) {
      const { tab } = await open(way)
      added[way].push(await tab.evaluate((files) => bench.add(files), count))
      await tab.close()
    }
  }
  return added
}

async function measureRunning(way: keyof typeof events): Promise<Running> {
  const { tab, session } = await open(way)
  await tab.evaluate((files) => bench.add(files), count)
  const nodes = await tab.evaluate(() => bench.countNodes())
  await tab.evaluate(() => bench.progress(20))
  const before = await threadSeconds(session)
  await tab.evaluate((many) => bench.progress(many), events[way])
  const seconds = (await threadSeconds(session)) - before
  await tab.close()
  return { nodes, eventMilliseconds: (seconds * 1000) / events[way] }
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

type Adding = Awaited<ReturnType<typeof measureAdding>>
type RunningWays = Readonly<Record<keyof typeof events, Running>>

function print(adding: Adding, { ours, plain }: RunningWays, heap: readonly number[]): void {
  const ways = ['ours', 'plain', 'bare'] as const
  console.log(row(['', 'ours', 'plain, our styles', 'plain, no styles']))
  const cells = (of: (added: readonly Added[]) => number) =>
    ways.map((way) => `${of(adding[way]).toFixed(0)} ms`)
  console.log(row(['added, painted', ...cells(quickest)]))
  console.log(row(['median of the turns', ...cells(middle)]))
  console.log(row(['longest task over 50', ...cells((added) => Math.max(0, ...calmest(added)))]))
  console.log(row(['nodes in the page', String(ours.nodes), String(plain.nodes)]))
  const event = [ours, plain].map(({ eventMilliseconds }) => `${eventMilliseconds.toFixed(3)} ms`)
  console.log(row(['a progress event', ...event]))
  console.log(
    `\nheap after each of ${rounds} rounds: ${heap.map((bytes) => (bytes / 1e6).toFixed(2)).join(', ')} MB\n`,
  )
}

function judge(adding: Adding, { ours, plain }: RunningWays, heap: readonly number[]): boolean {
  const [first = Number.NaN] = heap
  const last = heap.at(-1) ?? Number.NaN
  return [
    verdict('added to painted, ours/plain without styles', ratio(adding, 'bare'), 0.15),
    verdict('added to painted, ours/plain in our styles', ratio(adding, 'plain'), 0.15),
    verdict('a progress event, ours/plain', ours.eventMilliseconds / plain.eventMilliseconds, 1),
    verdict('nodes in the page', ours.nodes, 1499),
    verdict('tasks over 50 ms while adding', calmest(adding.ours).length, 0),
    verdict('heap, last round/first', last / first, 1.05),
  ].every(Boolean)
}

/** Of the quickest turns, since whatever else a machine does only adds to them. */
function ratio(adding: Adding, way: 'plain' | 'bare'): number {
  return quickest(adding.ours) / quickest(adding[way])
}

function quickest(added: readonly Added[]): number {
  return Math.min(...added.map(({ milliseconds }) => milliseconds))
}

function middle(added: readonly Added[]): number {
  const all = added.map(({ milliseconds }) => milliseconds).toSorted((a, b) => a - b)
  return all[all.length >> 1] ?? Number.NaN
}

/** The long tasks of the turn that had the least of them: whatever else a machine does only adds to them. */
function calmest(added: readonly Added[]): readonly number[] {
  return added.map(({ longTasks }) => longTasks).toSorted((a, b) => sum(a) - sum(b))[0] ?? []
}

function verdict(what: string, value: number, most: number): boolean {
  const isGood = value <= most
  console.log(`${isGood ? 'ok  ' : 'MISS'}  ${what}: ${Number(value.toFixed(3))}, at most ${most}`)
  return isGood
}

function row(cells: readonly string[]): string {
  return cells.map((cell) => cell.padStart(22)).join('')
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}

declare const bench: Bench
