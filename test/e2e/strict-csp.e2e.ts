import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import type { World } from './support/world.js'
import { startWorld } from './support/world.js'

let world: World
beforeAll(async () => (world = await startWorld()))
afterEach(() => world.reset())
afterAll(() => world.close())

// All pages of these tests stand under the policy; here it meets what is loaded only when it is needed.
it('looks into files, draws pictures and shows many rows without breaking a strict policy', async () => {
  const page = await world.open('opportunity', { rules: { content: 'warn' }, autoStart: false })
  const { tab } = page
  const loaded: string[] = []
  tab.on('response', (response) => loaded.push(new URL(response.url()).pathname))

  await page.drop({ ...pdf, name: 'program.pdf', content: 'MZ\x90\0' })
  await tab.getByRole('button', { name: 'Add anyway' }).click()
  await page.drop({ ...pdf, name: 'pixel.png', type: 'image/png', content: atob(png) })
  await tab.locator('canvas[data-image]').waitFor()
  const scans = Array.from({ length: 150 }, (_, index) => ({
    ...pdf,
    name: `scan ${index}.pdf`,
    seed: index,
  }))
  await page.drop(...scans)
  await tab.locator('[aria-setsize="152"]').first().waitFor()

  for (const name of ['find-disguise', 'draw-picture', 'virtual-window']) {
    expect(loaded.filter((file) => file.includes(name))).toHaveLength(1)
  }
  expect(page.problems).toEqual([])
})

it('shows a picture and a PDF without breaking a strict policy, the PDF from where it is stored', async () => {
  const page = await world.open('files')
  const { tab } = page
  const shown: string[] = []
  tab.on('response', (response) => {
    const { url, headers } = { url: response.url(), headers: response.headers() }
    if (!url.startsWith(world.store.origin) || response.request().method() !== 'GET') return
    shown.push(
      `${response.status()} ${headers['content-type']} ${headers['content-disposition']?.split(';')[0]}`,
    )
  })
  // Chromium without a window has no viewer for PDFs; here it is asked for the frame all the same.
  await tab.evaluate(() => Object.defineProperty(navigator, 'pdfViewerEnabled', { value: true }))
  await tab.getByRole('button', { name: 'Choose files' }).waitFor()
  await page.drop(
    { ...pdf, name: 'pixel.png', type: 'image/png', content: atob(png) },
    { ...pdf, name: 'contract.pdf' },
  )
  const preview = async (name: string) => {
    await tab.getByRole('button', { name: `More actions, ${name}` }).click()
    await tab.keyboard.press('Enter')
  }
  await preview('pixel.png')
  await tab.getByRole('img', { name: 'pixel.png' }).waitFor()
  await tab.keyboard.press('Escape')
  await preview('contract.pdf')
  const frame = tab.locator('iframe[title="contract.pdf"]')
  await expect.poll(() => frame.getAttribute('src')).toContain(`${world.store.origin}/`)
  await expect.poll(() => shown).toEqual(['200 application/pdf inline'])
  expect(page.problems).toEqual([])
})

const pdf = { type: 'application/pdf', seed: 0, sizeBytes: 2000 }
const png = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='
