import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import type { FilesPage } from './support/files-page.js'
import { allRight, meant } from './support/meant.js'
import type { World } from './support/world.js'
import { startWorld } from './support/world.js'

let world: World
beforeAll(async () => (world = await startWorld()))
afterEach(() => world.reset())
afterAll(() => world.close())

// How long a network is gone is what is tested here, so this much time does pass.
const awayMs = process.env.EF_CHAOS_SEEDS ? 30_000 : 3000

const scans = Array.from({ length: 20 }, (_, index) => ({
  name: `scan-${index}.pdf`,
  type: 'application/pdf',
  seed: 300 + index,
  sizeBytes: 100_000,
}))
const names = scans.map(({ name }) => name)

it(
  'goes offline in mid-send, comes back, and has used up no attempt',
  async () => {
    // With a single attempt, whatever costs one fails for good.
    const page = await world.open('opportunity', { attempts: 1 })
    await sendUntilSome(page)

    await page.tab.context().setOffline(true)
    await unplug()
    await page.tab.getByText('Waiting for the network').first().waitFor()
    await page.tab.waitForTimeout(awayMs)
    expect(await failures(page).count()).toBe(0)
    await plugIn()
    await page.tab.context().setOffline(false)

    await expectAllRight(page)
  },
  60_000 + awayMs,
)

it('goes on by itself when the servers come back, which were gone though the browser was online', async () => {
  const page = await world.open('opportunity', { attempts: 12 })
  await sendUntilSome(page)

  await unplug()
  await page.tab
    .getByText(/Trying again|Next attempt/i)
    .first()
    .waitFor()
  expect(await page.tab.evaluate(() => navigator.onLine)).toBe(true)
  await page.tab.waitForTimeout(3000)
  expect(await failures(page).count()).toBe(0)
  await plugIn()

  await expectAllRight(page)
}, 60_000)

/** Drops all, and resolves when some have arrived and others are on their way. */
async function sendUntilSome(page: FilesPage): Promise<void> {
  world.store.readAt(50_000)
  await page.drop(...scans)
  await expect.poll(() => world.epilot.server.files().length).toBeGreaterThan(1)
  await expect
    .poll(() => page.tab.locator('[data-status=uploading]').count(), { timeout: 10_000 })
    .toBeGreaterThan(2)
}

async function unplug(): Promise<void> {
  await Promise.all([world.epilot.unplug(), world.store.unplug()])
}

async function plugIn(): Promise<void> {
  world.store.readAt(Infinity)
  await Promise.all([world.epilot.plugIn(), world.store.plugIn()])
}

async function expectAllRight(page: FilesPage): Promise<void> {
  for (const name of names) await page.arrival(name, 30_000)
  expect(await failures(page).count()).toBe(0)
  expect(await world.epilot.server.tally(meant(scans, page.entity))).toEqual(allRight(names))
  expect(page.problems).toEqual([])
}

function failures(page: FilesPage) {
  return page.tab.locator('[data-status=failed]')
}
