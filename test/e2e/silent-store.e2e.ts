import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { allRight, meant } from './support/meant.js'
import type { World } from './support/world.js'
import { startWorld } from './support/world.js'

let world: World
beforeAll(async () => (world = await startWorld()))
afterEach(() => world.reset())
afterAll(() => world.close())

const scan = { name: 'scan.pdf', type: 'application/pdf', seed: 60, sizeBytes: 20_000 }
const note = { name: 'note.txt', type: 'text/plain', seed: 61, sizeBytes: 0 }
const patienceMs = 700

it('sends a file again whose preflight is never answered, though not a byte was ever told of', async () => {
  const { store, epilot } = world
  store.failNext('OPTIONS', 'stall')
  const page = await world.open('opportunity', { patienceMs })
  await page.drop(scan)

  await page.arrival(scan.name)

  expect(store.requests.filter(({ method }) => method === 'OPTIONS')).toHaveLength(2)
  expect(await epilot.server.tally(meant([scan], page.entity))).toEqual(allRight([scan.name]))
})

it('sends an empty file again that S3 never answers', async () => {
  const { store, epilot } = world
  store.failNext('PUT', 'stall')
  const page = await world.open('opportunity', { patienceMs, rules: { allowEmpty: true } })
  await page.drop(note)

  await page.arrival(note.name)

  expect(store.requests.filter(({ method }) => method === 'PUT')).toHaveLength(2)
  expect(await epilot.server.tally(meant([note], page.entity))).toEqual(allRight([note.name]))
})

it('leaves alone what a service worker sends, which tells of no progress, however long it takes', async () => {
  const { store, epilot } = world
  const slow = { ...scan, sizeBytes: 4 * 1024 * 1024 }
  const page = await world.open('opportunity', { patienceMs, serviceWorker: true })
  store.readAt(1024 * 1024)
  await page.drop(slow)

  await page.arrival(slow.name, 20_000)

  expect(store.requests.filter(({ method }) => method === 'PUT')).toHaveLength(1)
  expect(await epilot.server.tally(meant([slow], page.entity))).toEqual(allRight([slow.name]))
})
