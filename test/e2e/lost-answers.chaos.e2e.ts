import { afterEach, expect, it } from 'vitest'
import { anEntity } from '../../src/testing.js'
import type { Answers } from '../../src/testing.js'
import type {} from './chaos-page/main.js' // declares window.chaos
import { chance } from './support/chance.js'
import { chaosSeeds } from './support/chaos-seeds.js'
import { allRight, meant } from './support/meant.js'
import type { World } from './support/world.js'
import { startWorld } from './support/world.js'

// Connections are kept alive, and every tenth dies right after a save took effect. Chromium then sends the POST once more
// by itself where the connection had been used before, so that two saves arrive for one that we asked for.

const count = 300
const sizeBytes = 64 * 1024
const each = 0.1

let world: World | undefined
afterEach(async () => {
  await world?.reset()
  await world?.close()
})

it.each(chaosSeeds)(
  '300 files are saved once each, though answers get lost and the search lags (seed %i)',
  async (seed) => {
    const { ends, saves, arrived, tally, names } = await run('not-found', seed)

    expect(ends).toEqual({ done: count })
    expect(tally).toEqual(allRight(names))
    expect(saves).toBe(count)
    console.log(`Chromium sent ${arrived - saves} of ${saves} saves once more by itself; nothing came of it.`)
  },
  300_000,
)

it.each(chaosSeeds)(
  'nothing is doubled but by Chromium itself, where a second save makes a second entity (seed %i)',
  async (seed) => {
    const { ends, saves, arrived, tally, names } = await run('second-entity', seed)
    const resent = arrived - saves

    expect(ends).toEqual({ done: count })
    expect(saves).toBe(count)
    expect(tally).toMatchObject({ lost: [], damaged: [], orphaned: [], unexpected: [] })
    expect(tally.doubled).toHaveLength(resent)
    expect(new Set([...tally.right, ...tally.doubled])).toEqual(new Set(names))
    console.log(`Chromium sent ${resent} of ${saves} saves once more by itself, and doubled as many files.`)
  },
  300_000,
)

async function run(secondSave: Answers['secondSave'], seed: number) {
  world = await startWorld({ answers: { secondSave, searchLagMs: 2000 } })
  const { server, requests } = world.epilot
  const random = chance(seed)
  server.failBy((operation) => (operation === 'saveFileV2' && random() < each ? 'lost-answer' : undefined))
  const entity = anEntity()
  const files = meant(
    Array.from({ length: count }, (_, index) => ({
      name: `${index}.bin`,
      type: 'application/pdf',
      seed: index,
      sizeBytes,
    })),
    entity,
  )

  const tab = await world.openChaos({ entity: entity.id, settle: '2500' })
  const { ends, saves } = await tab.evaluate(([files, size]) => window.chaos.run(files, size), [
    count,
    sizeBytes,
  ] as const)

  return {
    ends,
    saves,
    arrived: requests.filter((request) => request === 'POST /v2/files').length,
    tally: await server.tally(files),
    names: files.map(({ file }) => file.name),
  }
}
