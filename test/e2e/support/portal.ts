import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Page } from 'playwright'
import { chromium } from 'playwright'
import type { EntityRef } from '../../../src/core.js'
import type { FileServerOptions } from '../../../src/testing.js'
import { browserLaunchOptions } from '../../support/find-browser.js'
import type { Epilot } from './epilot.js'
import { startEpilot } from './epilot.js'
import type { ObjectStore } from './object-store.js'
import { startObjectStore } from './object-store.js'
import { servePage } from './serve-page.js'

/** A customer's browser, the portal's page, epilot and S3, each on an origin of its own. */
export interface Portal {
  readonly epilot: Epilot
  readonly store: ObjectStore
  /** For files to pick, and for those that were downloaded. */
  readonly folder: string
  /** The page of one contract, in a browser context of its own. */
  open(contract: EntityRef): Promise<Page>
  reset(): Promise<void>
  close(): Promise<void>
}

export async function startPortal(options: FileServerOptions): Promise<Portal> {
  const store = await startObjectStore()
  const epilot = await startEpilot({ storage: store.storage, ...options })
  const page = await servePage({ folder: path.join(import.meta.dirname, '../portal-page') })
  const browser = await chromium.launch(browserLaunchOptions())
  const folder = await mkdtemp(path.join(tmpdir(), 'epilot-files-portal-'))

  return {
    epilot,
    store,
    folder,
    async open(contract) {
      const tab = await (await browser.newContext()).newPage()
      tab.setDefaultTimeout(10_000)
      await tab.goto(`${page.origin}/?${new URLSearchParams({ api: epilot.origin, contract: contract.id })}`)
      return tab
    },
    async reset() {
      await Promise.all(browser.contexts().map((context) => context.close()))
      epilot.reset()
      store.reset()
    },
    async close() {
      await browser.close()
      await page.close()
      await epilot.close()
      await store.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}
