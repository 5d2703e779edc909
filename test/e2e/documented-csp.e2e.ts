import { readFile } from 'node:fs/promises'
import path from 'node:path'
import type { Browser } from 'playwright'
import { chromium } from 'playwright'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { browserLaunchOptions } from '../support/find-browser.js'
import type { Epilot } from './support/epilot.js'
import { startEpilot } from './support/epilot.js'
import type { Listening } from './support/listen.js'
import type { ObjectStore } from './support/object-store.js'
import { startObjectStore } from './support/object-store.js'
import { servePage } from './support/serve-page.js'

let store: ObjectStore
let epilot: Epilot
let page: Listening
let browser: Browser
beforeAll(async () => {
  store = await startObjectStore()
  epilot = await startEpilot({ storage: store.storage })
  page = await servePage({
    folder: path.join(import.meta.dirname, 'journey-page'),
    headers: { 'Content-Security-Policy': await documentedPolicy(store.origin) },
  })
  browser = await chromium.launch(browserLaunchOptions())
})
afterAll(async () => {
  await browser.close()
  await page.close()
  await epilot.close()
  await store.close()
})

it('hands in a journey under the policy that the manual gives, at epilot’s own hosts', async () => {
  const tab = await browser.newPage()
  const refused: string[] = []
  tab.on('console', (message) => {
    if (/content security policy/i.test(message.text())) refused.push(message.text())
  })
  // Here behind the policy, which is asked before anything leaves the page.
  await tab.route(/^https:\/\/[\w-]+\.sls\.epilot\.io\//, async (route) => {
    const { pathname, search } = new URL(route.request().url())
    await route.fulfill({ response: await route.fetch({ url: `${epilot.origin}${pathname}${search}` }) })
  })
  await tab.goto(page.origin)

  const chooser = tab.waitForEvent('filechooser')
  await tab.getByRole('button', { name: 'Choose files' }).click()
  await (await chooser).setFiles([{ name: 'meter.jpg', mimeType: 'image/jpeg', buffer: Buffer.alloc(2000) }])
  await tab.getByText('Uploaded', { exact: true }).waitFor()
  await tab.getByRole('button', { name: 'Continue', exact: true }).click()
  await tab.getByRole('button', { name: 'Send', exact: true }).click()

  await expect
    .poll(() => ({ refused, arrived: epilot.server.submissions().length }))
    .toEqual({ refused: [], arrived: 1 })
  await tab.getByRole('heading', { name: 'Thank you' }).waitFor()
})

async function documentedPolicy(storageUrl: string): Promise<string> {
  const manual = await readFile(path.join(import.meta.dirname, '../../docs/set-ups.md'), 'utf8')
  const policy = /```\n(default-src.*?)```/s.exec(manual)?.[1] ?? ''
  return policy.replaceAll('<the storage host>', storageUrl).replaceAll(/\s+/g, ' ').trim()
}
