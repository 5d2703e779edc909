import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { Fault, Operation } from '../../src/testing.js'
import { expectOnlyContentType } from './support/expect-only-content-type.js'
import type { FilesPage } from './support/files-page.js'
import { refusedBy403 } from './support/store-gate.js'
import type { World } from './support/world.js'
import { startWorld } from './support/world.js'

let world: World
beforeAll(async () => (world = await startWorld()))
afterEach(() => world.reset())
afterAll(() => world.close())

const scans = ['one.pdf', 'two.pdf', 'three.pdf'].map((name, index) => ({
  name,
  type: 'application/pdf',
  seed: 40 + index,
  sizeBytes: 20_000,
}))
const [scan] = scans as [(typeof scans)[number]] // there are three

const html = '<!doctype html><h1>502 Bad Gateway</h1>'
const s3ref = { bucket: 'epilot-prod-user-content', key: '123/temp/scan.pdf' }
/** As often as the page tries. */
const attempts = 3
const noCors = { 'Content-Type': 'application/xml', 'Access-Control-Allow-Origin': 'https://elsewhere.test' }
const xml = { 'Content-Type': 'application/xml' }

type Broken = readonly [what: string, operation: Operation, fault: Fault, reason: RegExp]

describe('an answer that is of no use', () => {
  it.each<Broken>([
    ['HTML for a link', 'uploadFileV2', { status: 200, body: html }, /makes no sense/],
    ['nothing for a link', 'uploadFileV2', { status: 201, body: '' }, /makes no sense/],
    ['other JSON for a link', 'uploadFileV2', { status: 201, body: [{ ok: true }] }, /makes no sense/],
    ['a link without upload_url', 'uploadFileV2', { status: 201, body: { s3ref } }, /makes no sense/],
    [
      'an error inside a 201',
      'uploadFileV2',
      { status: 201, body: { error: 'Forbidden' } },
      /makes no sense/,
    ],
    [
      'a javascript: link',
      'uploadFileV2',
      { status: 201, body: { s3ref, upload_url: 'javascript:1' } },
      /no sense/,
    ],
    ['400 for a link', 'uploadFileV2', { status: 400 }, /does not accept this file/],
    ['403 for a link', 'uploadFileV2', { status: 403 }, /don’t have the right/],
    ['413 for a link', 'uploadFileV2', { status: 413 }, /too large/],
    ['422 for a link', 'uploadFileV2', { status: 422 }, /type of file is not allowed/],
    ['400 to a save', 'saveFileV2', { status: 400 }, /Uploaded, but not saved/],
    ['403 to a save', 'saveFileV2', { status: 403 }, /Uploaded, but not saved/],
    ['HTML to a save', 'saveFileV2', { status: 200, body: html }, /Uploaded, but not saved/],
    ['nothing to a save', 'saveFileV2', { status: 201, body: '' }, /Uploaded, but not saved/],
    ['other JSON to a save', 'saveFileV2', { status: 201, body: { ok: true } }, /Uploaded, but not saved/],
    ['404 to a save', 'saveFileV2', { status: 404 }, /may be saved already/],
  ])('%s: one row says why, the others arrive', async (_, operation, fault, reason) => {
    world.epilot.server.failNext(operation, fault)
    const page = await world.open()
    await page.drop(...scans)
    await expectOneFailure(page, reason)
  })

  it('no right to attach: each row says that its file is saved', async () => {
    const page = await world.open()
    world.epilot.server.failNext('addRelations', { status: 403 }, 3)
    await page.drop(...scans)
    await expect.poll(() => failures(page).count()).toBe(3)
    await failures(page).filter({ hasText: 'Saved, but you can’t add files here' }).nth(2).waitFor()
    expect(world.epilot.server.files()).toHaveLength(3)
    expect(world.epilot.server.filesOf(page.entity)).toEqual([])
  })
})

describe('a fault that passes', () => {
  it.each<[what: string, operation: Operation, fault: Fault]>([
    ['500 for a link', 'uploadFileV2', { status: 500 }],
    ['429 with Retry-After for a link', 'uploadFileV2', { status: 429, headers: { 'Retry-After': '0' } }],
    ['a broken connection instead of a link', 'uploadFileV2', 'network'],
    ['401 for a link', 'uploadFileV2', { status: 401 }],
    ['401 to a save', 'saveFileV2', { status: 401 }],
    ['502 to a save', 'saveFileV2', { status: 502, body: html }],
    ['a broken connection in a save', 'saveFileV2', 'network'],
    ['429 to a save', 'saveFileV2', { status: 429, headers: { 'Retry-After': '0' } }],
    ['429 to an attach', 'addRelations', { status: 429, headers: { 'Retry-After': '0' } }],
  ])('%s: every file arrives once', async (_, operation, fault) => {
    world.epilot.keepAlive = false
    world.epilot.server.failNext(operation, fault)
    const page = await world.open()
    await page.drop(...scans)
    await expectAllOnce(page)
  })

  it.each([
    ['S3 refuses a link once', refusedBy403],
    ['S3 asks to slow down', { status: 503, body: '<Error><Code>SlowDown</Code></Error>', headers: xml }],
    [
      'S3 has an internal error',
      { status: 500, body: '<Error><Code>InternalError</Code></Error>', headers: xml },
    ],
    ['S3 breaks the connection', 'cut'],
    ['a proxy answers with its page instead of S3', { status: 200, body: html }],
  ] as const)('%s: every file arrives once', async (_, fault) => {
    world.store.failNext('PUT', fault)
    const page = await world.open()
    await page.drop(...scans)
    await expectAllOnce(page)
    expectOnlyContentType(world.store.requests)
  })
})

describe('a fault that lasts', () => {
  it.each<Broken>([
    ['500 for every link', 'uploadFileV2', { status: 500 }, /has a problem. Try again/],
    ['a broken connection instead of every link', 'uploadFileV2', 'network', /Check the network/],
  ])('%s: the row says why, and "Try again" brings the file in', async (_, operation, fault, reason) => {
    world.epilot.keepAlive = false
    world.epilot.server.failNext(operation, fault, attempts)
    const page = await world.open()
    await page.drop(scan)
    await expectRetryHelps(page, reason)
  })

  it.each([
    ['S3 refuses fresh links too', refusedBy403, /storage refuses the file/],
    ['S3 refuses without letting the page read why', { ...refusedBy403, headers: noCors }, /stops uploads/],
    ['S3 breaks every connection', 'cut', /stops uploads/],
    [
      'S3 says 400',
      { status: 400, body: '<Error><Code>InvalidArgument</Code></Error>', headers: xml },
      /does not accept/,
    ],
  ] as const)('%s: the row says why, and "Try again" brings the file in', async (_, fault, reason) => {
    world.store.failNext('PUT', fault, 50)
    const page = await world.open()
    await page.drop(scan)
    await failures(page).waitFor()
    world.store.forgetFaults()
    await expectRetryHelps(page, reason)
  })
})

it.each([
  // Chromium does so on its own when a connection it had used before dies; the second answer is then a 404.
  { what: 'and the browser repeats the call', keepAlive: true, calls: 2 },
  { what: 'and the browser does not repeat the call', keepAlive: false, calls: 1 },
])('a save whose answer gets lost $what makes one entity', async ({ keepAlive, calls }) => {
  world.epilot.keepAlive = keepAlive
  const page = await world.open()
  await page.drop(...scans.slice(1))
  for (const { name } of scans.slice(1)) await page.arrival(name)
  const savesBefore = countSaves()

  world.epilot.server.failNext('saveFileV2', 'lost-answer')
  await page.drop(scan)
  await page.arrival(scan.name)
  expect(countSaves() - savesBefore).toBe(calls)
  expect(world.epilot.server.files().filter(({ filename }) => filename === scan.name)).toHaveLength(1)
})

function countSaves(): number {
  return world.epilot.requests.filter((request) => request === 'POST /v2/files').length
}

async function expectOneFailure(page: FilesPage, reason: RegExp): Promise<void> {
  await failures(page).getByText(reason).waitFor()
  await expect.poll(() => world.epilot.server.filesOf(page.entity).length).toBe(2)
  await page.stored().nth(1).waitFor()
  expect(await failures(page).count()).toBe(1)
  expect(page.problems).toEqual([])
}

async function expectAllOnce(page: FilesPage): Promise<void> {
  for (const { name } of scans) await page.arrival(name)
  expect(await failures(page).count()).toBe(0)
  const names = scans.map(({ name }) => name).toSorted()
  expect(
    world.epilot.server
      .files()
      .map(({ filename }) => filename)
      .toSorted(),
  ).toEqual(names)
  expect(
    world.epilot.server
      .filesOf(page.entity)
      .map(({ filename }) => filename)
      .toSorted(),
  ).toEqual(names)
  expect(page.problems).toEqual([])
}

async function expectRetryHelps(page: FilesPage, reason: RegExp): Promise<void> {
  await failures(page).getByText(reason).waitFor()
  await page
    .row(scan.name)
    .getByRole('button', { name: `Try again, ${scan.name}` })
    .click()
  await page.arrival(scan.name)
  expect(world.epilot.server.files()).toHaveLength(1)
  expect(world.epilot.server.filesOf(page.entity)).toHaveLength(1)
}

function failures(page: FilesPage) {
  return page.tab.locator('[data-status=failed]')
}
