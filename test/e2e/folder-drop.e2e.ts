import { createHash } from 'node:crypto'
import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { bytesOf } from './page/bytes.js'
import type { FilesPage } from './support/files-page.js'
import type { World } from './support/world.js'
import { startWorld } from './support/world.js'

let world: World
let plans: string
beforeAll(async () => {
  world = await startWorld()
  plans = await writeFolder(path.join(world.folder, 'plans'))
})
afterEach(() => world.reset())
afterAll(() => world.close())

/** 250 files in three levels, more in one of them than browsers tell of at once. */
const paths: readonly string[] = Array.from({ length: 250 }, (_, index) => {
  if (index < 130) return `plans/sheet ${index}.pdf`
  return index < 190 ? `plans/2026/Straße ${index}.pdf` : `plans/2026/old/sheet ${index}.pdf`
})

it('takes a dropped folder of 250 files to S3, each with its path', { timeout: 180_000 }, async () => {
  const page = await world.open('opportunity', { folders: true })
  await drop(page, '.ef-dropzone', plans)
  await expectAll(page)
})

it('takes a picked folder of 250 files to S3, each with its path', { timeout: 180_000 }, async () => {
  const page = await world.open('opportunity', { folders: true })
  const chooser = page.tab.waitForEvent('filechooser')
  await page.tab.getByRole('button', { name: 'Choose a folder' }).click()
  await (await chooser).setFiles(plans)
  await expectAll(page)
})

it('picks files again after a folder', async () => {
  const page = await world.open('opportunity', { folders: true })
  const chooser = page.tab.waitForEvent('filechooser')
  await page.tab.getByRole('button', { name: 'Choose a folder' }).click()
  await (await chooser).setFiles(path.join(plans, '2026/old'))
  await page.arrival('sheet 249.pdf', 30_000)
  await page.pick(path.join(plans, 'sheet 0.pdf'))
  await page.arrival('sheet 0.pdf')
  expect(world.epilot.server.filesOf(page.entity)).toHaveLength(61)
})

it('takes a folder, a file and an empty folder that are dropped beside the zone, and stays on the page', async () => {
  const page = await world.open('opportunity', { folders: true, wholePage: true })
  const empty = path.join(world.folder, 'empty')
  const alone = path.join(world.folder, 'alone.pdf')
  await mkdir(empty, { recursive: true })
  await writeFile(alone, 'alone')
  await drag(page, 'dragEnter', 'h1', empty, alone)
  await drag(page, 'dragOver', 'h1', empty, alone)
  await page.tab.getByText('to Opportunity 1043').waitFor()
  await drag(page, 'drop', 'h1', empty, alone)

  await page.arrival('alone.pdf')
  expect(await page.tab.getByText('to Opportunity 1043').count()).toBe(0)
  expect(world.epilot.server.filesOf(page.entity).map((file) => file._tags)).toEqual([['alone.pdf']])

  await drop(page, 'h1', empty)
  await page.tab.getByText('The folder is empty').waitFor()
})

it('stays on the page when files miss the zone, and lifts the look of a drag that is called off', async () => {
  const page = await world.open('opportunity', { folders: true })
  await drop(page, 'h1', path.join(plans, 'sheet 0.pdf'))
  await drag(page, 'dragEnter', '.ef-dropzone', plans)
  await drag(page, 'dragOver', '.ef-dropzone', plans)
  const lit = page.tab.locator('.ef-dropzone[data-drag]')
  await lit.waitFor({ state: 'attached' })
  await drag(page, 'dragCancel', '.ef-dropzone', plans)
  await lit.waitFor({ state: 'detached' })
  expect(new URL(page.tab.url()).pathname).toBe('/')
  expect(world.epilot.server.files()).toEqual([])
})

async function drop(page: FilesPage, onto: string, ...files: readonly string[]): Promise<void> {
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) await drag(page, type, onto, ...files)
}

/** What comes from the desktop, by way of the browser's own protocol: a page cannot make a folder up. */
async function drag(
  { tab }: FilesPage,
  type: 'dragEnter' | 'dragOver' | 'drop' | 'dragCancel',
  onto: string,
  ...files: readonly string[]
): Promise<void> {
  const box = await tab.locator(onto).boundingBox()
  if (!box) throw new Error(`There is no ${onto} to drag over.`)
  const session = await tab.context().newCDPSession(tab)
  await session.send('Input.dispatchDragEvent', {
    type,
    x: box.x + 5,
    y: box.y + 5,
    data: { items: [], files: [...files], dragOperationsMask: 1 },
  })
  await session.detach()
}

/** All arrived, once each, with their bytes and paths. */
async function expectAll(page: FilesPage): Promise<void> {
  const { server } = world.epilot
  await expect
    .poll(
      async () => ({
        arrived: server.filesOf(page.entity).length,
        saved: server.files().length,
        // What has arrived leaves this list, so whatever holds up the rest stands in it.
        failed: await page.tab.locator('[data-status=failed]').allInnerTexts(),
      }),
      { timeout: 150_000, interval: 250 },
    )
    .toEqual({ arrived: paths.length, saved: paths.length, failed: [] })
  const files = server.filesOf(page.entity)
  expect(files.map(({ _tags }) => _tags?.[0] ?? '').toSorted()).toEqual(paths.toSorted())
  expect(server.files()).toHaveLength(paths.length)
  for (const file of files) {
    expect(file.filename).toBe(path.basename(file._tags?.[0] ?? ''))
    expect((await world.store.stored(file.s3ref))?.sha256).toBe(sha256(file._tags?.[0]))
  }
  expect(page.problems).toEqual([])
}

async function writeFolder(folder: string): Promise<string> {
  const parent = path.dirname(folder)
  await mkdir(path.join(folder, '2026/old'), { recursive: true })
  await Promise.all(paths.map((file) => writeFile(path.join(parent, file), bytes(file))))
  await writeFile(path.join(folder, '.DS_Store'), 'of the system')
  await writeFile(path.join(folder, '2026/Thumbs.db'), 'of the system')
  return folder
}

function bytes(file: string): Uint8Array {
  return bytesOf(paths.indexOf(file) + 1, 1000 + paths.indexOf(file))
}

function sha256(file = ''): string {
  return createHash('sha256').update(bytes(file)).digest('hex')
}
