import type { Page } from 'playwright'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { EntityRef, JournalMode } from '../../src/core.js'
import { anEntity } from '../../src/testing.js'
import { chance } from './support/chance.js'
import { allRight, meant } from './support/meant.js'
import type { Survival } from './support/survival.js'
import { afterRequests, namesSent, startSurvival } from './support/survival.js'

let world: Survival
beforeAll(async () => (world = await startSurvival()))
afterAll(() => world.close())

const count = 40
const sizeBytes = 16_000
/** At once; each in a browser of its own. */
const lanes = 4
const kills = Number(process.env.EF_KILLS ?? 8)
const seed = Number(process.env.EF_KILLS_SEED ?? Date.now() % 1_000_000)
/** What the files of all killed tabs so far belong to. */
const entities: EntityRef[] = []

it.each<JournalMode>(['files', 'refs'])(
  `saves every file once although ${kills} tabs are killed on the way (%s)`,
  { timeout: 60_000 + kills * 10_000 },
  async (journal) => {
    const draw = chance(seed)
    const moments = Array.from({ length: kills }, (_, index) => ({
      // Three calls a file, and some for all.
      afterRequests: Math.floor(draw() * count * 3.2),
      how: index % 2 === 0 ? ('closed' as const) : ('crashed' as const),
    }))
    const found: Found[] = []
    await Promise.all(
      Array.from({ length: lanes }, async () => {
        for (let moment = moments.pop(); moment; moment = moments.pop())
          found.push(await killOnce(journal, moment))
      }),
    )

    const total = (key: keyof Found) => found.reduce((sum, one) => sum + one[key], 0)
    console.info(
      `${journal}, seed ${seed}: ${kills} kills of ${count} files; at the kill ${total('atS3')} were known to be at S3; ` +
        `${total('offered')} were offered or waited for their file; ` +
        `${total('sentTwice')} were sent again that were under way when they were killed, or had not yet reached the journal`,
    )
    expect(total('resent')).toBe(0)
    const files = entities.flatMap((entity) => meant(seeds, entity))
    expect(await world.epilot.server.tally(files)).toEqual(allRight(files.map(({ file }) => file.name)))
  },
)

interface Moment {
  readonly afterRequests: number
  readonly how: 'closed' | 'crashed'
}

/** What became of the files of one killed tab. */
interface Found {
  /** How many the journal knew to be at S3. */
  readonly atS3: number
  /** How many of those were sent again all the same. */
  readonly resent: number
  readonly sentTwice: number
  /** How many a person was asked about. */
  readonly offered: number
}

/** What the page adds. */
const seeds = Array.from({ length: count }, (_, index) => ({
  name: `${index}.pdf`,
  type: 'application/pdf',
  seed: index,
  sizeBytes,
}))

async function killOnce(journal: JournalMode, moment: Moment): Promise<Found> {
  const entity = anEntity()
  entities.push(entity)
  const person = await world.newPerson()
  const first = await world.open(person, { journal, entity })
  const sentBefore = namesSent(first)
  const reached = afterRequests(first, moment.afterRequests)
  await first.evaluate(([n, size]) => window.survival.add(n, size), [count, sizeBytes] as const)
  await reached
  await kill(first, moment.how)

  const second = await world.open(person, { journal, entity })
  const sentAfter = namesSent(second)
  const atS3 = new Set(await second.evaluate(() => window.survival.atS3()))
  await second.evaluate(() => window.survival.restore())
  const seen = await second.evaluate(() => window.survival.look())
  const offered = seen.filter(({ status, for: what }) => status === 'paused' || what === 'file').length
  if (journal === 'refs') expect(seen.filter(({ status }) => status === 'paused')).toEqual([])
  await second.evaluate((size) => window.survival.continueAll(size), sizeBytes)
  await expect
    .poll(
      async () =>
        (await second.evaluate(() => window.survival.look())).filter(({ status }) => status !== 'done'),
      { timeout: 30_000 },
    )
    .toEqual([])
  await person.close()

  return {
    atS3: atS3.size,
    offered,
    resent: sentAfter.filter((name) => atS3.has(name)).length,
    sentTwice: sentAfter.filter((name) => sentBefore.includes(name) && !atS3.has(name)).length,
  }
}

async function kill(tab: Page, how: 'closed' | 'crashed'): Promise<void> {
  if (how === 'closed') return tab.close()
  const crashed = tab.waitForEvent('crash')
  const session = await tab.context().newCDPSession(tab)
  // Never answered: whoever would answer is gone.
  void session.send('Page.crash').catch(() => {})
  await crashed
  await tab.close()
}
