import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import type { World } from './support/world.js'
import { startWorld } from './support/world.js'

let world: World
beforeAll(async () => (world = await startWorld()))
afterEach(() => world.reset())
afterAll(() => world.close())

const mebibyte = 1024 * 1024
const scan = { name: 'scan.pdf', type: 'application/pdf', seed: 20, sizeBytes: 12 * mebibyte }

it('rises step by step while a slow server reads', async () => {
  world.store.readAt(6 * mebibyte)
  const page = await world.open()
  const history = await page.follow(scan.name)
  await page.drop(scan)
  await page.arrival(scan.name)

  const { statuses, progress } = await history.jsonValue()
  const rising = [...new Set(progress)]
  expect(rising.length).toBeGreaterThanOrEqual(5)
  expect(progress).toEqual(rising.toSorted((a, b) => a - b))
  expect(statuses).toEqual(expect.arrayContaining(['uploading', 'saving', 'attaching']))
})

it('says that it saves, and nothing of done, until the entity exists', async () => {
  const save = world.epilot.hold('/v2/files')
  const page = await world.open()
  const history = await page.follow(scan.name)
  await page.drop(scan)
  await save.arrived

  const row = page.row(scan.name)
  await row.getByText('Uploaded. Saving…').waitFor()
  // The bytes are there, but nobody can say how long the rest takes: a bar without a value.
  expect(await row.getByRole('progressbar').getAttribute('value')).toBeNull()
  expect(await row.getAttribute('data-status')).toBe('saving')
  expect(world.epilot.server.files()).toEqual([])
  expect((await history.jsonValue()).statuses).not.toContain('done')
  expect(await page.downloadButton(scan.name).count()).toBe(0)

  save.release()
  await page.arrival(scan.name)
  expect(world.epilot.server.filesOf(page.entity)).toHaveLength(1)
})

it('is not done before the file is attached', async () => {
  const page = await world.open()
  const attach = world.epilot.hold(`/v1/entity/opportunity/${page.entity.id}/relations`)
  const history = await page.follow(scan.name)
  await page.drop(scan)
  await attach.arrived

  await page.row(scan.name).getByText('Saved. Adding…').waitFor()
  expect(world.epilot.server.filesOf(page.entity)).toEqual([])
  expect((await history.jsonValue()).statuses).not.toContain('done')

  attach.release()
  await page.arrival(scan.name)
  expect(world.epilot.server.filesOf(page.entity)).toHaveLength(1)
})
