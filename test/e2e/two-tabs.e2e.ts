import { afterAll, beforeAll, expect, it } from 'vitest'
import type { EntityRef } from '../../src/core.js'
import { anEntity } from '../../src/testing.js'
import type { Survival } from './support/survival.js'
import { afterRequests, namesSent, startSurvival } from './support/survival.js'

let world: Survival
beforeAll(async () => (world = await startSurvival()))
afterAll(() => world.close())

const count = 40
const sizeBytes = 100_000

it('leaves to the first tab what it has begun, and shows the end of it in the second', async () => {
  const { first, second, entity, person } = await openTwo()
  const sentBySecond = namesSent(second)
  expect(await second.evaluate(() => window.survival.look())).toHaveLength(count)

  for (const tab of [first, second]) {
    await expect.poll(() => tab.evaluate(statuses)).toEqual(['done'])
  }
  expect(sentBySecond).toEqual([])
  expectOnce(entity)
  await person.close()
})

it('goes on in the second tab when the first is closed, and sends nothing twice', async () => {
  const { first, second, entity, person } = await openTwo()
  await afterRequests(first, 60)
  await first.close()

  // By the server: while the second tab takes over, it may show only what had ended before.
  await expect
    .poll(
      async () => {
        // What the first had not yet sent is offered.
        await second.evaluate((size) => window.survival.continueAll(size), sizeBytes)
        return world.epilot.server.filesOf(entity).length
      },
      { timeout: 20_000 },
    )
    .toBe(count)
  await expect.poll(() => second.evaluate(statuses)).toEqual(['done'])
  expectOnce(entity)
  await person.close()
})

async function openTwo() {
  const entity = anEntity()
  const person = await world.newPerson()
  const first = await world.open(person, { journal: 'files', entity })
  const second = await world.open(person, { journal: 'files', entity })
  await first.evaluate(([n, size]) => window.survival.add(n, size, false), [count, sizeBytes] as const)
  await second.evaluate(() => window.survival.restore())
  await first.evaluate(() => window.survival.start())
  return { entity, person, first, second }
}

/** The states of a tab's uploads, each once. */
const statuses = () => [...new Set(window.survival.look().map(({ status, problem }) => problem ?? status))]

/** Neither lost nor doubled. */
function expectOnce(entity: EntityRef): void {
  const names = world.epilot.server.filesOf(entity).map(({ filename }) => filename)
  expect(names).toHaveLength(count)
  expect(new Set(names).size).toBe(count)
}
