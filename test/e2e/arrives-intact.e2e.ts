import { createHash } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { bytesOf } from './page/bytes.js'
import type { FileSeed } from './page/main.js'
import { sha256Of } from './support/object-store.js'
import type { FilesPage } from './support/files-page.js'
import { expectOnlyContentType } from './support/expect-only-content-type.js'
import type { World } from './support/world.js'
import { startWorld } from './support/world.js'

let world: World
beforeAll(async () => (world = await startWorld()))
afterEach(() => world.reset())
afterAll(() => world.close())

const sizes: readonly FileSeed[] = [
  { name: 'empty.pdf', type: 'application/pdf', sizeBytes: 0, seed: 1 },
  { name: 'one-byte.pdf', type: 'application/pdf', sizeBytes: 1, seed: 2 },
  { name: 'small.png', type: 'image/png', sizeBytes: 10 * 1024, seed: 3 },
  { name: 'medium.csv', type: 'text/csv', sizeBytes: 5 * 1024 * 1024, seed: 4 },
  { name: 'large.zip', type: 'application/zip', sizeBytes: 64 * 1024 * 1024, seed: 5 },
]

const names: readonly FileSeed[] = [
  'Straße 1.pdf',
  'и\u0306.txt', // decomposed, as macOS names its files
  '👩🏽‍🔧 Zählerfoto #1 100%.jpg',
  `${'n'.repeat(251)}.pdf`,
  'חשבון 7.pdf',
  'gpj.\u202exe.pdf', // turns round what follows
].map((name, index) => ({ name, type: 'application/pdf', sizeBytes: 1000, seed: 10 + index }))

it.each(sizes)('takes $name from the picker to S3 and back, bit for bit', async (file) => {
  const page = await world.open('opportunity', { rules: { allowEmpty: true } })
  await page.pick(await onDisk(file))
  await expectRoundTrip(page, file)
})

it.each(sizes)('takes $name from a drop to S3 and back, bit for bit', async (file) => {
  const page = await world.open('opportunity', { rules: { allowEmpty: true } })
  await page.drop(file)
  await expectRoundTrip(page, file)
})

it('keeps names with sharp s, combining marks, emoji, 255 characters and from right to left', async () => {
  const page = await world.open()
  await page.drop(...names)
  for (const { name } of names) await page.arrival(shown(name))

  const files = world.epilot.server.filesOf(page.entity)
  expect(files.map(({ filename }) => filename).toSorted()).toEqual(names.map(({ name }) => name).toSorted())
  for (const file of names) await expectStored(page, file)
  for (const file of names) await expectDownload(page, file)
})

/** Stored once, attached once, and the same when it comes back. */
async function expectRoundTrip(page: FilesPage, file: FileSeed): Promise<void> {
  await page.arrival(file.name)
  await expectStored(page, file)
  expect(world.epilot.server.files()).toHaveLength(1)
  expect(world.epilot.server.filesOf(page.entity)).toHaveLength(1)
  await expectDownload(page, file)
  expect(page.problems).toEqual([])
}

async function expectStored(page: FilesPage, file: FileSeed): Promise<void> {
  const saved = world.epilot.server.filesOf(page.entity).find(({ filename }) => filename === file.name)
  expect(await world.store.stored(saved?.s3ref)).toEqual({ sha256: sha256(file), contentType: file.type })
  expectOnlyContentType(world.store.requests)
}

async function expectDownload(page: FilesPage, file: FileSeed): Promise<void> {
  const download = await page.download(shown(file.name))
  expect(await sha256Of(await download.path())).toBe(sha256(file))
  // Chromium composes the names of what it saves, and keeps invisible characters out of them.
  expect(download.suggestedFilename()).toBe(file.name.normalize('NFC').replace(/\p{Format}/gu, '_'))
}

/** Composed, and with nothing in it that could turn round the text about it. */
function shown(name: string): string {
  return name.normalize('NFC').replace('\u202e', '\ufffd')
}

async function onDisk(file: FileSeed): Promise<string> {
  const target = path.join(world.folder, file.name)
  await writeFile(target, bytesOf(file.seed, file.sizeBytes))
  return target
}

function sha256({ seed, sizeBytes }: FileSeed): string {
  return createHash('sha256').update(bytesOf(seed, sizeBytes)).digest('hex')
}
