import { afterAll, beforeAll, expect, it } from 'vitest'
import { anEntity } from '../../src/testing.js'
import type { Survival } from './support/survival.js'
import { startSurvival } from './support/survival.js'

let world: Survival
beforeAll(async () => (world = await startSurvival()))
afterAll(() => world.close())

it('uploads all the same where the browser has no room for their bytes, and says so', async () => {
  const entity = anEntity()
  const person = await world.newPerson()
  const tab = await world.open(person, { journal: 'files', entity })
  const session = await person.newCDPSession(tab)
  await session.send('Storage.overrideQuotaForOrigin', {
    origin: new URL(tab.url()).origin,
    quotaSize: 200_000,
  })

  await tab.evaluate(() => window.survival.add(20, 300_000))

  await expect
    .poll(() => tab.evaluate(() => window.survival.look().filter(({ status }) => status !== 'done')), {
      timeout: 30_000,
    })
    .toEqual([])
  expect(await tab.evaluate(() => window.survival.journal())).toMatchObject({ mode: 'refs', problem: 'full' })
  expect(world.epilot.server.filesOf(entity)).toHaveLength(20)
  await person.close()
})
