import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import type { EntityRef } from '../../src/core.js'
import { anEntity } from '../../src/testing.js'
import type { Fault, Operation } from '../../src/testing.js'
import type {} from './chaos-page/main.js' // declares window.chaos
import { chance } from './support/chance.js'
import { chaosSeeds } from './support/chaos-seeds.js'
import { allRight, meant } from './support/meant.js'
import { refusedBy403 } from './support/store-gate.js'
import type { StoreFault } from './support/store-gate.js'
import type { World } from './support/world.js'
import { startWorld } from './support/world.js'

// What rivals lose or double. 10 % of each fault on each step, real XHR and sockets, nobody presses anything.

const count = 300
const sizeBytes = 64 * 1024
const each = 0.1

// Whole seconds would be all there is to wait for here.
const inPeace = { 'Retry-After': '0.6' }
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

it.each(chaosSeeds)(
  '300 files arrive once each, whatever goes wrong (seed %i)',
  async (seed) => {
    const { epilot, store } = world
    const random = chance(seed)
    epilot.keepAlive = false
    epilot.server.failBy((operation) => pick(faultsOf[operation] ?? [], random))
    store.chaos = () => pick(storeFaults, random)

    const entity = anEntity()
    const tab = await world.openChaos({ entity: entity.id, settle: '1500' })
    const { ends, early } = await tab.evaluate(([files, size]) => window.chaos.run(files, size), [
      count,
      sizeBytes,
    ] as const)

    expect(ends).toEqual({ done: count })
    const files = chaosFiles(entity)
    expect(await epilot.server.tally(files)).toEqual(allRight(files.map(({ file }) => file.name)))
    expect(early).toEqual([])
  },
  300_000,
)

function chaosFiles(entity: EntityRef) {
  const seeds = Array.from({ length: count }, (_, index) => ({
    name: `${index}.bin`,
    type: 'application/pdf',
    seed: index,
    sizeBytes,
  }))
  return meant(seeds, entity)
}

function pick<T>(faults: readonly T[], random: () => number): T | undefined {
  const index = Math.floor(random() / each)
  return faults[index]
}
