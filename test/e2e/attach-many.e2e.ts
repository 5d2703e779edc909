import path from 'node:path'
import type { Browser, Page } from 'playwright'
import { chromium } from 'playwright'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { EntityRef } from '../../src/core.js'
import type { Fault, Operation } from '../../src/testing.js'
import { anEntity } from '../../src/testing.js'
import { browserLaunchOptions } from '../support/find-browser.js'
import type {} from './attach-page/main.js' // declares window.attaching
import { chance } from './support/chance.js'
import type { Epilot } from './support/epilot.js'
import { startEpilot } from './support/epilot.js'
import type { Listening } from './support/listen.js'
import { allRight, meant } from './support/meant.js'
import type { ObjectStore } from './support/object-store.js'
import { startObjectStore } from './support/object-store.js'
import { servePage } from './support/serve-page.js'
import type { StoreFault } from './support/store-gate.js'

// Two people attach to one entity at once, and every call may go wrong. What is related must be so once.

const sizeBytes = 20_000
const each = 0.05
const inPeace = { 'Retry-After': '0.3' }
const busy: Fault = { status: 429, headers: inPeace }
const faultsOf: Partial<Record<Operation, readonly Fault[]>> = {
  uploadFileV2: ['network', busy],
  saveFileV2: ['network', 'lost-answer', busy],
  searchEntities: ['network'],
  addRelations: ['network', 'lost-answer', busy],
  getRelationsV3: ['network', busy],
  listChangesets: ['network'],
}
const storeFaults: readonly StoreFault[] = ['cut']

let store: ObjectStore
let epilot: Epilot
let page: Listening
let browser: Browser
beforeAll(async () => {
  store = await startObjectStore()
  epilot = await startEpilot({ storage: store.storage, answers: { searchLagMs: 500 } })
  page = await servePage({ folder: path.join(import.meta.dirname, 'attach-page') })
  browser = await chromium.launch(browserLaunchOptions())
})
afterAll(async () => {
  await browser.close()
  await page.close()
  await epilot.close()
  await store.close()
})

it('relates 300 files to one entity exactly once each, while somebody else attaches too', async () => {
  const { server } = epilot
  const entity = anEntity()
  const before = relateOthers(entity)
  const random = chance(20261123)
  epilot.keepAlive = false
  server.failBy((operation) => pick(faultsOf[operation] ?? [], random))
  store.chaos = () => pick(storeFaults, random)

  const people = [
    { person: 'first', count: 300, sizeBytes },
    { person: 'second', count: 60, sizeBytes },
  ]
  const ends = await Promise.all(
    people.map(async (seed) =>
      (await open(entity, seed.person)).evaluate((s) => window.attaching.run(s), seed),
    ),
  )

  expect(ends).toEqual([{ done: 300 }, { done: 60 }])
  const related = server.world.relations.get(`${entity.slug}/${entity.id}`) ?? []
  expect(related.slice(0, before.length)).toEqual(before)
  expect(new Set(related.map(({ entity_id, attribute }) => `${attribute} ${entity_id}`)).size).toBe(
    before.length + 360,
  )
  expect(related).toHaveLength(before.length + 360)

  for (const { entity_id } of before) server.world.files.delete(entity_id)
  const files = people.flatMap(({ person, count }) => meant(seeds(person, count), entity))
  expect(await server.tally(files)).toEqual(allRight(files.map(({ file }) => file.name)))

  const calls = callsOf('first')
  console.log(`300 files, ${calls} addRelations calls (at most 32); somebody else: 60, ${callsOf('second')}`)
  expect(calls).toBeLessThanOrEqual(300 / 10 + 2)
}, 180_000)

/** What was related before: in the same attribute, and in another. */
function relateOthers(entity: EntityRef) {
  const { server } = epilot
  const add = (filename: string) => server.addFile({ filename })
  server.relate(entity, ['contract.pdf', 'invoice.pdf'].map(add))
  server.relate({ ...entity, attribute: 'photos' }, ['roof.jpg', 'meter.jpg'].map(add))
  return server.world.relations.get(`${entity.slug}/${entity.id}`) ?? []
}

async function open(entity: EntityRef, person: string): Promise<Page> {
  const tab = await (await browser.newContext()).newPage()
  await tab.goto(
    `${page.origin}/?${new URLSearchParams({ api: epilot.origin, entity: entity.id, token: person })}`,
  )
  return tab
}

function seeds(person: string, count: number) {
  return Array.from({ length: count }, (_, index) => ({
    name: `${person}-${index}.pdf`,
    type: 'application/pdf',
    seed: index,
    sizeBytes,
  }))
}

/** How often somebody's browser asked for relations to be added. */
function callsOf(person: string): number {
  return epilot.requests.filter(
    (request, index) => /^POST .*\/relations$/.test(request) && epilot.tokens[index] === person,
  ).length
}

function pick<T>(faults: readonly T[], random: () => number): T | undefined {
  return faults[Math.floor(random() / each)]
}
