// Do the lanes pay? Ratios within one run, so that they hold on any machine: ours against two loops written by hand.
import path from 'node:path'
import { servePage } from '../e2e/support/serve-page.ts'
import type { BenchRequest } from './page/main.ts'
import { runInBrowser } from './run-in-browser.ts'
import { serveEpilot } from './serve-epilot.ts'

type Way = BenchRequest['way']
type Round = Readonly<Record<Way, number>>

const count = 1000
const sizeBytes = 10 * 1024
const latencyMs = 20
/** Each begins with another way, so that a machine that tires or warms up favours none. */
const orders: readonly (readonly Way[])[] = [
  ['ours', 'pipelined', 'loop'],
  ['pipelined', 'loop', 'ours'],
  ['loop', 'ours', 'pipelined'],
]
const limits = [
  { against: 'pipelined', most: 1.1 },
  { against: 'loop', most: 0.7 },
] as const

const servers = await serveEpilot({ latencyMs })
const page = await servePage({ folder: path.join(import.meta.dirname, 'page') })
try {
  console.log(`${count} files of ${sizeBytes} bytes, ${latencyMs} ms to each server, 6 sends at a time\n`)
  console.log(row(['round', 'ours', 'pipelined', 'loop', 'ours/pipelined', 'ours/loop']))
  const rounds: Round[] = []
  for (const order of orders) {
    const round = await runRound(order)
    rounds.push(round)
    const { ours, pipelined, loop } = round
    const times = [ours, pipelined, loop].map((milliseconds) => `${(milliseconds / 1000).toFixed(2)} s`)
    console.log(row([rounds.length, ...times, (ours / pipelined).toFixed(3), (ours / loop).toFixed(3)]))
  }
  console.log('')
  if (!judge(rounds)) process.exitCode = 1
} finally {
  await page.close()
  await servers.close()
}

async function runRound(order: readonly Way[]): Promise<Round> {
  const round: Partial<Record<Way, number>> = {}
  for (const way of order) round[way] = await measure(way)
  return round as Round // each order names every way
}

async function measure(way: Way): Promise<number> {
  servers.reset()
  const { apiUrl, counts } = servers
  const milliseconds = await runInBrowser(page.origin, { way, apiUrl, count, sizeBytes })

  const { reserved, stored, saved, preflights, mostPutsAtOnce } = counts
  // Whoever is quick because work was left out has not won.
  const isWhole = stored === count && saved === count && reserved === count && preflights >= count
  if (!isWhole || mostPutsAtOnce > 6) throw new Error(`${way} did other work: ${JSON.stringify(counts)}`)
  return milliseconds
}

function judge(rounds: readonly Round[]): boolean {
  const verdicts = limits.map(({ against, most }) => {
    const ratio = median(rounds.map((round) => round.ours / round[against]))
    const isGood = ratio <= most
    console.log(`${isGood ? 'ok  ' : 'MISS'}  ours/${against}: median ${ratio.toFixed(3)}, at most ${most}`)
    return isGood
  })
  return verdicts.every(Boolean)
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN
}

function row(cells: readonly (string | number)[]): string {
  return cells.map((cell) => String(cell).padStart(15)).join('')
}
