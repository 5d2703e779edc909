import { open, rm, utimes, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { IntakeRules } from '../../src/index.js'
import type { FileSeed } from './page/main.js'
import { expectOnlyContentType } from './support/expect-only-content-type.js'
import type { FilesPage } from './support/files-page.js'
import type { World } from './support/world.js'
import { startWorld } from './support/world.js'

let world: World
beforeAll(async () => (world = await startWorld()))
afterEach(() => world.reset())
afterAll(() => world.close())

const seeds = { seed: 0, sizeBytes: 0, type: '' }
const pdf = (name: string, type = 'application/pdf'): FileSeed => ({
  ...seeds,
  name,
  type,
  content: `%PDF-1.7\n${name}`,
})
const exe = (name: string): FileSeed => ({
  ...seeds,
  name,
  content: 'MZ\x90\0\x03\0\0\0\x04\0\0\0\xff\xff\0\0',
})
const sized = (name: string, sizeBytes: number): FileSeed => ({ ...seeds, name, sizeBytes, seed: sizeBytes })
const good = pdf('good.pdf')

type Bad = readonly [what: string, rules: IntakeRules, files: readonly FileSeed[], reason: RegExp]

describe('a file that may not come in is told of with its reason, and the rest arrives:', () => {
  it.each<Bad>([
    ['0 bytes', {}, [sized('empty.txt', 0)], /empty\.txt.? is empty/],
    ['a type', { accept: ['.pdf'] }, [sized('a.exe', 9)], /a\.exe.? is of another type\. Only PDF can be/],
    ['no type at all', { accept: ['application/pdf'] }, [sized('scan', 9)], /scan.? is of another type/],
    [
      'sizes',
      { minSizeBytes: 10, maxSizeBytes: 10_000 },
      [sized('a.jpg', 10_001), sized('b.jpg', 10_001), sized('c.jpg', 9)],
      /2 files are larger than 10.kB.*c\.jpg.? is 9.bytes\. At least 10.bytes are needed/,
    ],
    [
      'an exe that calls itself PDF',
      { content: 'refuse' },
      [exe('angebot.pdf')],
      /a program \(EXE\), not PDF/,
    ],
    [
      'a PDF that calls itself exe',
      { content: 'refuse' },
      [pdf('setup.exe')],
      /setup\.exe.? is PDF, not EXE/,
    ],
    [
      'too many',
      { maxCount: 1 },
      [pdf('b.pdf'), pdf('c.pdf')],
      /Only 1 file can be added here\. 2 are too many/,
    ],
    [
      'too much in total, which does not keep out what fits',
      { maxTotalBytes: 5000 },
      [sized('b.zip', 9000)],
      /b\.zip.? does not fit\. All files together may be up to 5.kB/,
    ],
    ['the same once more', {}, [good], /1 file is already here/],
  ])('%s', async (_, rules, files, reason) => {
    const page = await world.open('opportunity', { rules })
    await page.drop(...(files.some(({ name }) => name === 'b.zip') ? [...files, good] : [good, ...files]))

    await expect.poll(() => textOf(page)).toMatch(reason)
    await page.arrival('good.pdf')
    await expectOnly(page, 'good.pdf')
  })

  it('more than S3 takes in one PUT', async () => {
    const page = await world.open()
    const large = await onDisk('large.zip')
    const file = await open(large, 'r+')
    await file.truncate(5 * 1024 ** 3 + 1)
    await file.close()
    await page.pick(large, await onDisk('good.pdf'))

    await expect.poll(() => textOf(page)).toMatch(/large\.zip.? is larger than 5\.4.GB/)
    await page.arrival('good.pdf')
    await expectOnly(page, 'good.pdf')
    await rm(large)
  })

  it('a file that is gone when its bytes are looked at', async () => {
    const page = await world.open('opportunity', { rules: { content: 'warn' } })
    const [gone, stays] = [await onDisk('gone.pdf'), await onDisk('good.pdf')]
    await page.tab.evaluate(() =>
      document.body.append(
        Object.assign(document.createElement('input'), { type: 'file', multiple: true, id: 'kept' }),
      ),
    )
    await page.tab.setInputFiles('#kept', [gone, stays])
    await rm(gone)
    await page.tab.evaluate(() => {
      const kept = document.querySelector<HTMLInputElement>('#kept')
      return window.e2e.dropFiles(kept?.files ?? [])
    })

    await expect.poll(() => textOf(page)).toMatch(/gone\.pdf.? can’t be read\. Choose it again/)
    await page.arrival('good.pdf')
    await expectOnly(page, 'good.pdf')
  })
})

it('a suspicious file is held back until the person adds it anyway', async () => {
  const page = await world.open('opportunity', { rules: { content: 'warn' } })
  await page.drop(good, exe('angebot.pdf'), pdf('setup.exe'))
  await page.arrival('good.pdf')
  expect(world.epilot.server.files()).toHaveLength(1)

  await page.tab.getByRole('button', { name: /^Add anyway, 2 files are not what their names say/ }).click()

  await page.arrival('angebot.pdf')
  await page.arrival('setup.exe')
  expect(await page.tab.getByRole('region', { name: 'Result of adding files' }).count()).toBe(0)
  expect(page.problems).toEqual([])
})

it.each([
  [
    'changed',
    async (file: string) => {
      await writeFile(file, 'Other content, and of another length')
      await utimes(file, 2_000_000_000, 2_000_000_000) // a later second: Chromium compares no smaller units
    },
  ],
  ['deleted', (file: string) => rm(file)],
])(
  'a file that is %s on the disk after it was picked says so in its row, and the rest arrives',
  async (_, spoil) => {
    const page = await world.open()
    const spoiled = await onDisk('spoiled.pdf')
    const reserve = world.epilot.hold('/v2/files/upload')
    await page.pick(spoiled, await onDisk('good.pdf'))
    await reserve.arrived
    await spoil(spoiled)
    reserve.release()

    await page.row('spoiled.pdf').getByText('The file changed on your device. Choose it again').waitFor()
    await page.arrival('good.pdf')
    await expectOnly(page, 'good.pdf')
  },
)

it.each([
  ['without MIME type', { ...pdf('no-type.pdf'), type: '' }, 'no-type.pdf'],
  ['that points out of its folder', pdf('../../x.pdf'), '../../x.pdf'],
  ['with control characters', pdf('a\u0007b\u0000c.pdf'), 'a\ufffdb\ufffdc.pdf'],
  ['that turns round what follows', pdf('invoice\u202efdp.exe'), 'invoice\ufffdfdp.exe'],
])('a name %s arrives as it is, and shows as it may', async (_, file, shown) => {
  const page = await world.open()
  await page.drop(file, good)

  await page.arrival(shown)
  await page.arrival('good.pdf')
  const files = world.epilot.server.filesOf(page.entity)
  expect(files.map(({ filename }) => filename).toSorted()).toEqual([file.name, 'good.pdf'].toSorted())
  expectOnlyContentType(world.store.requests)
  expect(page.problems).toEqual([])
})

it('of ten thousand at once all but 37 come in', async () => {
  const page = await world.open('opportunity', { rules: { accept: ['.pdf'] }, autoStart: false })
  const files = Array.from({ length: 10_000 }, (_, index) =>
    sized(`Scan ${index}.${index % 271 === 7 ? 'tmp' : 'pdf'}`, 8),
  )
  await page.drop(...files)

  const report = page.tab.getByRole('region', { name: 'Result of adding files' })
  await report.getByText('9,963 added, 37 need attention').waitFor({ timeout: 20_000 })
  await report.getByText('37 files are of another type. Only PDF can be added here').waitFor()
  expect(world.epilot.requests.filter((request) => request.startsWith('POST'))).toEqual([])
  expect(page.problems).toEqual([])
})

async function onDisk(name: string): Promise<string> {
  const file = path.join(world.folder, name)
  await writeFile(file, `%PDF-1.7\n${name}`)
  return file
}

function textOf(page: FilesPage): Promise<string> {
  return page.tab
    .locator('body')
    .innerText()
    .then((text) => text.replaceAll(/\s+/g, ' '))
}

async function expectOnly(page: FilesPage, name: string): Promise<void> {
  expect(world.epilot.server.filesOf(page.entity).map(({ filename }) => filename)).toEqual([name])
  expect(world.epilot.server.files()).toHaveLength(1)
  expectOnlyContentType(world.store.requests)
  expect(page.problems).toEqual([])
}
