import path from 'node:path'
import type { Browser } from 'playwright'
import { chromium } from 'playwright'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { browserLaunchOptions } from '../support/find-browser.js'
import type { Consumer } from './support/consumer.js'
import { createConsumer } from './support/consumer.js'
import { serveFolder } from './support/serve-folder.js'
import { uploadIn } from './support/upload-in.js'

describe.each([
  { name: 'vite-react18', react: '18.3.1', tsconfigs: ['tsconfig.json'] },
  { name: 'vite-react19', react: '19.3.1', tsconfigs: ['tsconfig.json', 'tsconfig.nodenext.json'] },
])('$name', ({ name, react, tsconfigs }) => {
  let app: Consumer
  let browser: Browser
  beforeAll(async () => {
    app = await createConsumer(name)
    browser = await chromium.launch(browserLaunchOptions())
  })
  afterAll(async () => {
    await browser?.close()
    await app?.remove()
  })

  it.each(tsconfigs)('type-checks by %s, with the types of all libraries', (tsconfig) =>
    app.run('typescript/bin/tsc', '-p', tsconfig),
  )

  it('builds, and uploads under a strict Content Security Policy', async () => {
    await app.run('vite/bin/vite.js', 'build', '--logLevel', 'error')
    const site = await serveFolder(path.join(app.folder, 'dist'))
    try {
      const page = await browser.newPage()
      await page.goto(site.origin)
      expect(await uploadIn(page, { react })).toEqual([])
      // The stylesheet has come along.
      const zone = page.locator('.ef-dropzone').first()
      expect(await zone.evaluate((element) => getComputedStyle(element).borderStyle)).toBe('dashed')
    } finally {
      await site.close()
    }
  })
})
