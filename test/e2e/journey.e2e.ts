import { createHash } from 'node:crypto'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { bytesOf } from './page/bytes.js'
import { expectOnlyContentType } from './support/expect-only-content-type.js'
import type { World } from './support/world.js'
import { startWorld } from './support/world.js'

let world: World
beforeAll(async () => (world = await startWorld()))
afterEach(() => world.reset())
afterAll(() => world.close())

const photo = { name: 'meter.jpg', type: 'image/jpeg', seed: 50, sizeBytes: 300_000 }

it('brings a file of a public journey to S3 without any token, and saves nothing', async () => {
  const page = await world.open('journey')
  await page.drop(photo)
  await page.row(photo.name).getByText('Uploaded', { exact: true }).waitFor()

  const { server } = world.epilot
  expect(server.ledger.calls().map(({ operation, isAuthorized }) => ({ operation, isAuthorized }))).toEqual([
    { operation: 'uploadFilePublic', isAuthorized: false },
  ])
  expect(server.files()).toEqual([])
  const [reservation] = server.world.reservations.values()
  expect(await world.store.stored(reservation?.s3ref)).toEqual({
    sha256: createHash('sha256').update(bytesOf(photo.seed, photo.sizeBytes)).digest('hex'),
    contentType: photo.type,
  })
  expectOnlyContentType(world.store.requests)
  expect(page.problems).toEqual([])
})
