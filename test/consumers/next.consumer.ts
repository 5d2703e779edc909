import type { Browser } from 'playwright'
import { chromium } from 'playwright'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Listening } from '../e2e/support/listen.js'
import { browserLaunchOptions } from '../support/find-browser.js'
import type { Consumer } from './support/consumer.js'
import { createConsumer } from './support/consumer.js'
import { startNext } from './support/start-next.js'
import { uploadIn } from './support/upload-in.js'

describe('next', () => {
  let app: Consumer
  let browser: Browser
  let site: Listening | undefined
  beforeAll(async () => {
    app = await createConsumer('next')
    browser = await chromium.launch(browserLaunchOptions())
  })
  afterAll(async () => {
    await site?.close()
    await browser?.close()
    await app?.remove()
  })

  it('type-checks by tsconfig.nodenext.json, with the types of all libraries', () =>
    app.run('typescript/bin/tsc', '-p', 'tsconfig.nodenext.json'))

  it('builds a server component that uses ours, and starts', async () => {
    await app.run('next/dist/bin/next', 'build')
    site = await startNext(app.folder)
  })

  it('has the words in the page before any script has run, and no inline styles', async () => {
    const html = await (await fetch(site!.origin)).text()
    const body = html.slice(html.indexOf('<main>'), html.indexOf('</main>'))
    for (const word of ['Meter photos', 'Drop files here', 'Choose files', 'from the server']) {
      expect(body).toContain(word)
    }
    expect(body).not.toMatch(/\sstyle=/)
  })

  it('uploads', async () => {
    const page = await browser.newPage()
    await page.goto(site!.origin)
    // Next brings a React of its own.
    expect(await uploadIn(page, { react: '19.' })).toEqual([])
  })
})
