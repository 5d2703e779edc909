import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import type { FilesPage } from './support/files-page.js'
import { allRight, meant } from './support/meant.js'
import type { World } from './support/world.js'
import { startWorld } from './support/world.js'

let world: World
beforeAll(async () => (world = await startWorld()))
afterEach(() => world.reset())
afterAll(() => world.close())

const scans = Array.from({ length: 24 }, (_, index) => ({
  name: `scan-${index}.pdf`,
  type: 'application/pdf',
  seed: 800 + index,
  sizeBytes: 60_000,
}))
const names = scans.map(({ name }) => name)

it('asks once for a fresh token when the old one is refused in mid-queue', async () => {
  const page = await openAs('first')
  await dropUntilSome(page)

  world.epilot.server.expireTokens()
  world.store.readAt(Infinity)

  await expectAllRight(page)
  // Each refresh makes another token, and the server has seen which.
  expect(new Set(world.epilot.tokens.filter(Boolean))).toEqual(new Set(['first-1', 'first-2']))
})

it('sends nothing with the token of who signed in meanwhile, says so, and goes on for the first person', async () => {
  const page = await openAs('first')
  await dropUntilSome(page)

  await page.tab.evaluate(() => window.e2e.signOut())
  await page.tab.getByText('Waiting until you sign in').first().waitFor()
  await page.tab.evaluate(() => window.e2e.signIn('second'))
  world.store.readAt(Infinity)
  await expect.poll(() => unfinished(page)).toBe(0)
  const stopped = page.tab.locator('[data-status=failed]')
  expect(await stopped.count()).toBeGreaterThan(0)
  expect(await stopped.filter({ hasText: 'Someone else is signed in now' }).count()).toBe(
    await stopped.count(),
  )
  expect(writesOf('second')).toEqual([])

  await page.tab.evaluate(() => window.e2e.signIn('first'))
  await page.tab.getByRole('button', { name: /^Try \d+ again$/ }).click()

  await expectAllRight(page)
  expect(writesOf('second')).toEqual([])
})

function openAs(person: string): Promise<FilesPage> {
  return world.open('opportunity', { signedIn: person })
}

/** Drops all; resolves once some are saved and others on their way. */
async function dropUntilSome(page: FilesPage): Promise<void> {
  world.store.readAt(30_000)
  await page.drop(...scans)
  await expect.poll(() => world.epilot.server.files().length).toBeGreaterThan(2)
}

/** What changes anything and came with this person's token. */
function writesOf(person: string): readonly string[] {
  const { requests, tokens } = world.epilot
  return requests.filter(
    (request, index) => request.startsWith('POST') && tokens[index]?.startsWith(`${person}-`),
  )
}

/** Rows that neither arrived nor failed. */
function unfinished(page: FilesPage): Promise<number> {
  return page.tab.locator('[data-status]:not([data-status=failed]):not([data-status=done])').count()
}

async function expectAllRight(page: FilesPage): Promise<void> {
  for (const name of names) await page.arrival(name, 20_000)
  expect(await page.tab.locator('[data-status=failed]').count()).toBe(0)
  expect(await world.epilot.server.tally(meant(scans, page.entity))).toEqual(allRight(names))
  expect(page.problems).toEqual([])
}
