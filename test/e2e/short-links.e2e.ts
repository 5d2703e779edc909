import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { allRight, meant } from './support/meant.js'
import type { StoreRequest } from './support/store-gate.js'
import type { World } from './support/world.js'
import { startWorld } from './support/world.js'

const lifeSeconds = 3

let world: World
beforeAll(async () => (world = await startWorld({ uploadLinkSeconds: lifeSeconds })))
afterEach(() => world.reset())
afterAll(() => world.close())

it('starts no PUT on a dead link, though 200 files wait in line longer than links live', async () => {
  const { store, epilot } = world
  // Whatever waits behind the first six has a link already, and waits for longer than that lives.
  const bytesPerSecond = 1024 * 1024
  const scans = Array.from({ length: 200 }, (_, index) => ({
    name: `scan-${index}.pdf`,
    type: 'application/pdf',
    seed: 500 + index,
    sizeBytes: index < 6 ? (lifeSeconds + 1) * bytesPerSecond : 4000,
  }))
  const names = scans.map(({ name }) => name)
  store.readAt(bytesPerSecond)
  const page = await world.open('opportunity', { attempts: 1 })
  await page.drop(...scans)

  await expect.poll(() => epilot.server.filesOf(page.entity).length, { timeout: 90_000 }).toBe(200)
  await page.tab.getByText('Files 200').waitFor()

  const puts = store.requests.filter(({ method }) => method === 'PUT')
  expect(puts.filter(isTooLate)).toEqual([])
  // Else this proves nothing: links did run out in line, and were replaced.
  expect(epilot.server.ledger.count('uploadFileV2')).toBeGreaterThan(200)
  expect(puts).toHaveLength(200)
  expect(await page.tab.locator('[data-status=failed]').count()).toBe(0)
  expect(await epilot.server.tally(meant(scans, page.entity))).toEqual(allRight(names))
  expect(page.problems).toEqual([])
}, 120_000)

/** As S3 reckons: by the seconds that the link names. */
function isTooLate({ url, at }: StoreRequest): boolean {
  const query = new URL(url, 'http://store').searchParams
  const signedAt = query
    .get('X-Amz-Date')
    ?.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6Z')
  return at >= Date.parse(signedAt ?? '') + Number(query.get('X-Amz-Expires')) * 1000
}
