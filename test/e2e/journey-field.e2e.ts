import { createHash } from 'node:crypto'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { bytesOf } from './page/bytes.js'
import { expectOnlyContentType } from './support/expect-only-content-type.js'
import type { Phone } from './support/phone.js'
import { startPhone } from './support/phone.js'

let phone: Phone
beforeAll(async () => (phone = await startPhone()))
afterAll(() => phone.close())

it('brings a journey from a phone on 3G to epilot, through a reload, each file once and without a token', async () => {
  const { tab, epilot, store, choose, said } = phone
  const photo = () => tab.getByRole('listitem').filter({ hasText: 'meter.jpg' })

  // One is there, the other in mid-send when the page is reloaded.
  await choose('Photo of your meter', first)
  await photo().getByText('Uploaded', { exact: true }).waitFor()
  await choose('Photo of your meter', second)
  const row = tab.getByRole('listitem').filter({ hasText: 'cabinet.jpg' })
  await row.getByRole('progressbar').and(tab.locator('[value]:not([value="0"])')).waitFor()
  await expectNoSideScroll()

  // Who wants to go on is told why that has to wait.
  const next = tab.getByRole('button', { name: /Continue after the upload/ })
  await next.tap(evenSo)
  const why = 'The file is still being uploaded. You can go on once it is there'
  await tab.getByText(why, { exact: true }).first().waitFor()
  expect(await said()).toContain(why)
  expect(await focusedType()).toBe('file')
  expect(await tab.getByRole('heading').textContent()).toBe('Step 1')

  const stored = () => store.requests.filter(({ method }) => method === 'PUT').length
  expect(stored()).toBe(2)
  await tab.reload()
  await photo().getByText('Uploaded', { exact: true }).waitFor()
  await tab.getByRole('button', { name: 'Continue, cabinet.jpg' }).click()
  await row.getByText('Uploaded', { exact: true }).waitFor()
  // The first was not sent again.
  expect(stored()).toBe(3)

  await tab.getByRole('button', { name: 'Continue', exact: true }).click()
  await choose('Last bill', bill)
  await tab.getByRole('button', { name: /Send$/ }).tap(evenSo)
  expect(epilot.server.submissions()).toEqual([])
  await tab.getByText('Uploaded', { exact: true }).waitFor()
  const send = tab.getByRole('button', { name: 'Send', exact: true })
  await send.dblclick()
  await tab.getByRole('heading', { name: 'Thank you' }).waitFor()

  const submissions = epilot.server.submissions()
  expect(submissions).toHaveLength(1)
  const files = submissions[0]?.payload.entities.flatMap((entity) => entity.files ?? []) ?? []
  expect(files.map(({ filename, relation_tags }) => [filename, relation_tags])).toEqual([
    ['meter.jpg', ['meter-photo']],
    ['cabinet.jpg', ['meter-photo']],
    ['bill.pdf', ['bill']],
  ])
  expect(new Set(files.map(({ s3ref }) => s3ref.key)).size).toBe(3)
  for (const [index, { buffer }] of [first, second, bill].entries()) {
    const sha256 = createHash('sha256').update(buffer).digest('hex')
    expect(await store.stored(files[index]?.s3ref)).toMatchObject({ sha256 })
  }

  expect(new Set(epilot.requests.map((request) => request.replace(/^\w+ /, '')))).toEqual(
    new Set(['/v1/files/public/upload', '/v1/submission/submissions']),
  )
  expect(epilot.tokens.filter((token) => token !== undefined)).toEqual([])
  expectOnlyContentType(store.requests)

  // What was handed in does not come back.
  await tab.evaluate(() => (location.hash = ''))
  await tab.reload()
  await tab.getByRole('heading', { name: 'Step 1' }).waitFor()
  await tab.waitForFunction(async () => (await indexedDB.databases()).length > 0)
  expect(await tab.getByRole('listitem').count()).toBe(0)
})

const first = { name: 'meter.jpg', mimeType: 'image/jpeg', buffer: Buffer.from(bytesOf(900, 30_000)) }
const second = { name: 'cabinet.jpg', mimeType: 'image/jpeg', buffer: Buffer.from(bytesOf(901, 250_000)) }
const bill = { name: 'bill.pdf', mimeType: 'application/pdf', buffer: Buffer.from(bytesOf(902, 60_000)) }

/** Playwright itself would wait until the button is no longer `aria-disabled`. */
const evenSo = { force: true }

function focusedType() {
  return phone.tab.evaluate(() => document.activeElement?.getAttribute('type'))
}

async function expectNoSideScroll(): Promise<void> {
  const { width, wide } = await phone.tab.evaluate(() => ({
    width: document.documentElement.clientWidth,
    wide: document.documentElement.scrollWidth,
  }))
  expect(wide).toBe(width)
  expect(width).toBe(360)
}
