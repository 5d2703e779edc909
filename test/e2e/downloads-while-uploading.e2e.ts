import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import type { FileSeed } from './page/main.js'
import type { FilesPage } from './support/files-page.js'
import { refusedBy403 } from './support/store-gate.js'
import type { World } from './support/world.js'
import { startWorld } from './support/world.js'

let world: World
beforeAll(async () => (world = await startWorld()))
afterEach(() => world.reset())
afterAll(() => world.close())

const mebibyte = 1024 * 1024
const contract = { name: 'contract.pdf', type: 'application/pdf', seed: 30, sizeBytes: 1000 }
const video = { name: 'video.mp4', type: 'video/mp4', seed: 31, sizeBytes: 16 * mebibyte }

it('downloads without a question whether to leave, and the upload goes on', async () => {
  const page = await openWithUploadUnderWay()
  const download = await page.download(contract.name)
  expect(download.suggestedFilename()).toBe(contract.name)
  expect(await download.failure()).toBeNull()
  await expectUploadLivesOn(page)
})

it('tells that S3 refuses the link, and the upload goes on', async () => {
  const page = await openWithUploadUnderWay()
  world.store.failNext('GET', refusedBy403)
  await page.downloadButton(contract.name).click()
  await page
    .row(contract.name)
    .getByRole('alert')
    .getByText(/could not be downloaded/)
    .waitFor()
  await expectUploadLivesOn(page)

  // The next click asks for a fresh link.
  expect(await (await page.download(contract.name)).failure()).toBeNull()
})

it('tells that a page came instead of a file, and the upload goes on', async () => {
  const page = await openWithUploadUnderWay()
  world.store.failNext('GET', {
    status: 200,
    body: '<!doctype html><title>Viewer</title><script>top.location = "about:blank"</script>',
    headers: { 'Content-Type': 'text/html', 'Content-Disposition': 'inline' },
  })
  await page.downloadButton(contract.name).click()
  await page
    .row(contract.name)
    .getByRole('alert')
    .getByText(/could not be downloaded/)
    .waitFor()
  await expectUploadLivesOn(page)
})

it('tells that epilot refuses a link, and the upload goes on', async () => {
  const page = await openWithUploadUnderWay()
  world.epilot.server.failNext('downloadFile', { status: 403 })
  await page.downloadButton(contract.name).click()
  await page
    .row(contract.name)
    .getByRole('alert')
    .getByText(/Ask an administrator/)
    .waitFor()
  await expectUploadLivesOn(page)
})

it('asks whether to leave when the tab is closed in the middle of an upload', async () => {
  const page = await openWithUploadUnderWay()
  const asked = page.tab.waitForEvent('dialog')
  await page.tab.close({ runBeforeUnload: true })
  expect((await asked).type()).toBe('beforeunload')
})

/** An opportunity with a stored contract, and a video that has just set out. */
async function openWithUploadUnderWay(): Promise<FilesPage> {
  const page = await world.open()
  await page.drop(contract)
  await page.arrival(contract.name)
  world.store.readAt(4 * mebibyte)
  await page.drop(video)
  await page.row(video.name).and(page.tab.locator('[data-status=uploading]')).waitFor()
  return page
}

async function expectUploadLivesOn(page: FilesPage): Promise<void> {
  expect(page.dialogs).toEqual([])
  expect(await page.row(video.name).getAttribute('data-status')).toBe('uploading')
  world.store.readAt(Infinity)
  await page.arrival(video.name)
  expect(names(world.epilot.server.filesOf(page.entity))).toEqual(names([contract, video]))
  expect(page.problems).toEqual([])
}

function names(files: readonly (Pick<FileSeed, 'name'> | { readonly filename: string })[]): string[] {
  return files.map((file) => ('name' in file ? file.name : file.filename)).toSorted()
}
