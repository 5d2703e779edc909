import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { Locator, Page } from 'playwright'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { anEntity } from '../../src/testing.js'
import type { Portal } from './support/portal.js'
import { listen } from './support/listen.js'
import { startPortal } from './support/portal.js'

const contract = anEntity({ slug: 'contract' })

let portal: Portal
beforeAll(async () => {
  portal = await startPortal({
    portal: {
      entities: [contract],
      config: { allowed_file_extensions: { image: ['png'], document: ['pdf'] } },
    },
  })
})
afterEach(() => portal.reset())
afterAll(() => portal.close())

it('takes a photo through its whole life in a portal: upload, list, preview, download, delete', async () => {
  const { server } = portal.epilot
  const tab = await portal.open(contract)
  await tab.getByText('Takes: PNG or PDF').waitFor()

  await pick(tab, await aPhoto('meter.png'))
  const row = rowOf(tab, 'meter.png')
  await row.getByText('New').waitFor()
  expect(server.filesOf(contract)).toMatchObject([{ filename: 'meter.png', mime_type: 'image/png' }])
  expect(server.ledger.count('saveFileV2') + server.ledger.count('addRelations')).toBe(0)
  await expect.poll(() => tab.getByRole('list', { name: 'Uploads' }).count()).toBe(0)

  await row.getByRole('button', { name: 'Show' }).click()
  const shown = tab.getByRole('img', { name: 'meter.png' })
  await expect.poll(() => shown.evaluate((img: HTMLImageElement) => img.naturalWidth)).toBe(1)
  await tab.getByRole('button', { name: 'Close' }).click()

  const downloading = tab.waitForEvent('download')
  await row.getByRole('button', { name: 'Download' }).click()
  const saved = path.join(portal.folder, 'downloaded.png')
  await (await downloading).saveAs(saved)
  expect(Buffer.compare(await readFile(saved), onePixel)).toBe(0)
  await row.getByText('New').waitFor({ state: 'detached' })
  expect([...server.world.downloaded]).toEqual(server.files().map(({ _id }) => _id))

  await row.getByRole('button', { name: 'Delete' }).click()
  await row.waitFor({ state: 'detached' })
  await expect.poll(() => server.files()).toEqual([])
  expect(server.ledger.calls('deleteEntityFile')).toMatchObject([{ status: 202 }])
})

it('asks for what saves in a portal while there surely is a network, since browsers never ask again', async () => {
  const tab = await portal.open(contract)
  await tab.getByText('Takes: PNG or PDF').waitFor()
  const order: string[] = []
  tab.on('request', (request) => {
    if (request.url().includes('save-portal-once')) order.push('chunk asked for')
  })
  tab.on('response', (response) => {
    if (response.request().method() === 'PUT') order.push('bytes at S3')
  })

  await pick(tab, await aPhoto('meter.png'))
  await rowOf(tab, 'meter.png').getByText('New').waitFor()

  expect(order).toEqual(['chunk asked for', 'bytes at S3'])
})

it('saves each file once, though answers get lost', async () => {
  const { server } = portal.epilot
  const tab = await portal.open(contract)
  const names = Array.from({ length: 12 }, (_, index) => `photo-${index}.png`)
  const paths = await Promise.all(names.map(aPhoto))
  let saves = 0
  server.failBy((operation) => {
    if (operation !== 'saveEntityFile') return undefined
    return (['lost-answer', 'network', undefined] as const)[saves++ % 3]
  })

  await pick(tab, ...paths)

  await expect
    .poll(() => tab.getByRole('list', { name: 'Your files' }).getByRole('listitem').count(), {
      timeout: 20_000,
    })
    .toBe(12)
  const arrived = server.filesOf(contract).map(({ filename }) => filename)
  expect(arrived.toSorted()).toEqual(names.toSorted())
})

it('shows a photo that answers to the token alone, and leaves the token out where that leads elsewhere', async () => {
  const { server, origin } = portal.epilot
  const asked: (string | undefined)[] = []
  // Where a file proxy keeps large files.
  const elsewhere = await listen(({ headers }, response) => {
    asked.push(headers.authorization)
    response.writeHead(200, { 'Access-Control-Allow-Origin': '*', 'Content-Type': 'image/png' }).end(onePixel)
  })
  const external = {
    filename: 'bill.png',
    mime_type: 'image/png',
    shared_with_end_customer: true,
    custom_download_url: `${origin}/file-proxy/bill.png`,
    custom_download_url_auth: 'token' as const,
  }
  server.relate(contract, [server.addFile(external)])
  server.failNext('file-proxy', { status: 302, headers: { Location: `${elsewhere.origin}/bill.png` } })
  const tab = await portal.open(contract)

  await rowOf(tab, 'bill.png').getByRole('button', { name: 'Show' }).click()

  const shown = tab.getByRole('img', { name: 'bill.png' })
  await expect.poll(() => shown.evaluate((img: HTMLImageElement) => img.naturalWidth)).toBe(1)
  expect(await shown.getAttribute('src')).toMatch(/^blob:/)
  expect(server.ledger.calls('file-proxy')).toMatchObject([{ isAuthorized: true, status: 302 }])
  expect(asked).toEqual([undefined])
  await elsewhere.close()
})

it('sends no token to a host that nobody has named', async () => {
  const { server } = portal.epilot
  const asked: (string | undefined)[] = []
  const stranger = await listen(({ url }, response) => {
    asked.push(url)
    response.writeHead(204, { 'Access-Control-Allow-Origin': '*', 'Access-Control-Allow-Headers': '*' }).end()
  })
  const external = {
    filename: 'bill.png',
    mime_type: 'image/png',
    shared_with_end_customer: true,
    custom_download_url: `${stranger.origin}/bill.png`,
    custom_download_url_auth: 'token' as const,
  }
  server.relate(contract, [server.addFile(external)])
  const tab = await portal.open(contract)

  await rowOf(tab, 'bill.png').getByRole('button', { name: 'Show' }).click()

  await tab.getByText('Not shown. It lies with a service that is not set up for this page').waitFor()
  expect(asked).toEqual([])
  await stranger.close()
})

it('says why the portal refuses, in words', async () => {
  const tab = await portal.open(contract)
  const body = { message: 'Portal user is pending activation', reason: 'PORTAL_USER_PENDING_ACTIVATION' }
  portal.epilot.server.failNext('saveEntityFile', { status: 403, body })

  await pick(tab, await aPhoto('meter.png'))

  await tab
    .getByRole('listitem')
    .getByText('Uploaded, but not saved. Your account is not active yet')
    .waitFor()
})

async function pick(tab: Page, ...paths: readonly string[]): Promise<void> {
  const chooser = tab.waitForEvent('filechooser')
  await tab.getByRole('button', { name: 'Choose files' }).click()
  await (await chooser).setFiles(paths)
}

function rowOf(tab: Page, name: string): Locator {
  return tab.getByRole('list', { name: 'Your files' }).getByRole('listitem').filter({ hasText: name })
}

async function aPhoto(name: string): Promise<string> {
  const file = path.join(portal.folder, name)
  await writeFile(file, onePixel)
  return file
}

const onePixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)
