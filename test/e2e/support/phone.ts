import path from 'node:path'
import type { Page } from 'playwright'
import { chromium } from 'playwright'
import { browserLaunchOptions } from '../../support/find-browser.js'
import type { Epilot } from './epilot.js'
import { startEpilot } from './epilot.js'
import type { ObjectStore } from './object-store.js'
import { startObjectStore } from './object-store.js'
import { servePage } from './serve-page.js'

/** A phone with a public journey on it, and what that talks to. */
export interface Phone {
  readonly epilot: Epilot
  readonly store: ObjectStore
  readonly tab: Page
  /** The words of whatever was said aloud so far, in any live region. */
  readonly said: () => Promise<readonly string[]>
  /** Chooses files as from the phone's own gallery. */
  readonly choose: (field: string, ...files: readonly PickedFile[]) => Promise<void>
  close(): Promise<void>
}

/** A file in the gallery. */
export interface PickedFile {
  readonly name: string
  readonly mimeType: string
  readonly buffer: Buffer
}

/** 360 px wide, and on 3G: 750 kbit/s up, 562 ms of latency (what Chromium's own tools call 3G). */
export async function startPhone(): Promise<Phone> {
  const store = await startObjectStore()
  const epilot = await startEpilot({ storage: store.storage })
  const page = await servePage({ folder: path.join(import.meta.dirname, '../journey-page') })
  const browser = await chromium.launch(browserLaunchOptions())
  const context = await browser.newContext({
    viewport: { width: 360, height: 740 },
    isMobile: true,
    hasTouch: true,
    deviceScaleFactor: 2,
  })
  await context.addInitScript(keepWhatIsSaid)
  const tab = await context.newPage()
  tab.setDefaultTimeout(15_000)
  const network = await context.newCDPSession(tab)
  await network.send('Network.enable')
  await network.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: 562,
    uploadThroughput: 750_000 / 8,
    downloadThroughput: 1_600_000 / 8,
  })
  await tab.goto(`${page.origin}/?${new URLSearchParams({ api: epilot.origin })}`)

  return {
    epilot,
    store,
    tab,
    said: () => tab.evaluate(() => window.said),
    async choose(field, ...files) {
      const chooser = tab.waitForEvent('filechooser')
      await tab
        .getByRole('group', { name: field })
        .getByRole('button', { name: /^Choose (a file|files)$/ })
        .click()
      await (await chooser).setFiles(files)
    },
    async close() {
      await browser.close()
      await page.close()
      await epilot.close()
      await store.close()
    },
  }
}

declare global {
  interface Window {
    said: string[]
  }
}

/** As a screen reader: hears what comes into a live region. */
function keepWhatIsSaid(): void {
  window.said = []
  new MutationObserver((changes) => {
    for (const { target, addedNodes } of changes) {
      const element = target instanceof Element ? target : target.parentElement
      if (addedNodes.length === 0 || !element?.closest('[role=alert], [role=status]')) continue
      window.said.push(...[...addedNodes].map((node) => node.textContent ?? '').filter(Boolean))
    }
  }).observe(document, { childList: true, subtree: true })
}
