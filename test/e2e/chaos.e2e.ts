import { createHash } from 'node:crypto'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { anEntity } from '../../src/testing.js'
import type { Fault, Operation } from '../../src/testing.js'
import type {} from './chaos-page/main.js' // declares window.chaos
import { bytesOf } from './page/bytes.js'
import { chance } from './support/chance.js'
import { refusedBy403 } from './support/store-gate.js'
import type { StoreFault } from './support/store-gate.js'
import type { World } from './support/world.js'
import { startWorld } from './support/world.js'

// What rivals lose or double. 10 % of each fault on each step, real XHR and sockets, nobody presses anything.

const count = 300
const sizeBytes = 64 * 1024
const each = 0.1
const seeds = Array.from({ length: Number(process.env.EF_CHAOS_SEEDS ?? 1) }, () =>
  Number(process.env.EF_CHAOS_SEED ?? Math.floor(Math.random() * 2 ** 31)),
)

// Whole seconds would be all there is to wait for here.
const peaceMs = 600
const inPeace = { 'Retry-After': String(peaceMs / 1000) }
const busy: Fault = { status: 429, headers: inPeace }
const overloaded: Fault = { status: 503, headers: inPeace }
const html: Fault = { status: 502, body: '<h1>Bad gateway</h1>' }
const faultsOf: Partial<Record<Operation, readonly Fault[]>> = {
  uploadFileV2: ['network', busy, overloaded, html],
  saveFileV2: ['network', 'lost-answer', 'hang', busy, html],
  searchEntities: ['network', busy, html],
  addRelations: ['network', 'lost-answer', busy],
  getRelationsV3: ['network', busy],
}
const slowDown: StoreFault = {
  status: 503,
  body: '<Error><Code>SlowDown</Code></Error>',
  headers: { ...inPeace, 'Access-Control-Expose-Headers': 'Retry-After' },
}
const withoutCors: StoreFault = {
  ...refusedBy403,
  headers: { 'Access-Control-Allow-Origin': 'https://other.test' },
}
const storeFaults: readonly StoreFault[] = ['cut', slowDown, refusedBy403, withoutCors, 'stall']

let world: World
beforeAll(async () => (world = await startWorld({ answers: { searchLagMs: 1000 } })))
afterEach(() => world.reset())
afterAll(() => world.close())

it.each(seeds)(
  '300 files arrive once each, whatever goes wrong (seed %i)',
  async (seed) => {
    const { epilot, store } = world
    const random = chance(seed)
    epilot.keepAlive = false
    epilot.chaos = (operation) => pick(faultsOf[operation] ?? [], random)
    store.chaos = () => pick(storeFaults, random)

    const entity = anEntity()
    const tab = await world.openChaos({ entity: entity.id, settle: '1500' })
    const ends = await tab.evaluate(([files, size]) => window.chaos.run(files, size), [
      count,
      sizeBytes,
    ] as const)

    expect(ends).toEqual({ done: count })
    const saved = epilot.server.files()
    const related = epilot.server.filesOf(entity)
    expect(tally(saved.map(({ filename }) => filename))).toEqual({ files: count, different: count })
    expect(tally(related.map(({ filename }) => filename))).toEqual({ files: count, different: count })
    for (const file of saved) {
      const { sha256 } = await store.stored(file.s3ref)
      expect(sha256, file.filename).toBe(hashOf(Number.parseInt(file.filename)))
    }
    expect(tooEarly()).toEqual([])
  },
  300_000,
)

function pick<T>(faults: readonly T[], random: () => number): T | undefined {
  const index = Math.floor(random() / each)
  return faults[index]
}

function tally(names: readonly string[]) {
  return { files: names.length, different: new Set(names).size }
}

function hashOf(index: number): string {
  return createHash('sha256').update(bytesOf(index, sizeBytes)).digest('hex')
}

/** Calls that came while the server had asked to be left in peace. */
function tooEarly(): readonly string[] {
  const early: string[] = []
  const until = new Map<string, number>()
  for (const { operation, at, status } of world.epilot.server.ledger.calls()) {
    // Those that had left before the answer could arrive are forgiven.
    const peace = until.get(operation) ?? 0
    if (at > peace - peaceMs + graceMs && at < peace)
      early.push(`${operation} ${Math.round(peace - at)} ms early`)
    if (status === 429 || status === 503) until.set(operation, Math.max(peace, at + peaceMs))
  }
  return early
}

const graceMs = 300
