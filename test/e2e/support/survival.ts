import path from 'node:path'
import type { BrowserContext, Page } from 'playwright'
import { chromium } from 'playwright'
import type { EntityRef, JournalMode } from '../../../src/core.js'
import { browserLaunchOptions } from '../../support/find-browser.js'
import type { Epilot } from './epilot.js'
import { startEpilot } from './epilot.js'
import type { ObjectStore } from './object-store.js'
import { startObjectStore } from './object-store.js'
import { servePage } from './serve-page.js'

/** A browser whose tabs come and go, and what they upload to. */
export interface Survival {
  readonly epilot: Epilot
  readonly store: ObjectStore
  /** A person's browser: its tabs share a journal. */
  newPerson(): Promise<BrowserContext>
  open(
    person: BrowserContext,
    options: { readonly journal: JournalMode; readonly entity: EntityRef },
  ): Promise<Page>
  close(): Promise<void>
}

export async function startSurvival(): Promise<Survival> {
  const store = await startObjectStore()
  const epilot = await startEpilot({ storage: store.storage })
  const page = await servePage({ folder: path.join(import.meta.dirname, '../survival-page') })
  const browser = await chromium.launch(browserLaunchOptions())

  return {
    epilot,
    store,
    newPerson: () => browser.newContext(),
    async open(person, { journal, entity }) {
      const tab = await person.newPage()
      await tab.goto(
        `${page.origin}/?${new URLSearchParams({ api: epilot.origin, journal, entity: entity.id })}`,
      )
      return tab
    },
    async close() {
      await browser.close()
      await page.close()
      await epilot.close()
      await store.close()
    },
  }
}

/** Resolves once a tab has begun so many requests more, or soon makes no more. */
export function afterRequests(tab: Page, count: number): Promise<void> {
  return new Promise((resolve) => {
    let left = count
    let idle: NodeJS.Timeout
    const look = () => {
      clearTimeout(idle)
      if (left-- <= 0) return resolve()
      idle = setTimeout(resolve, 2000)
    }
    tab.on('request', look)
    look()
  })
}

/** The names of the files whose bytes leave a tab. */
export function namesSent(tab: Page): readonly string[] {
  const names: string[] = []
  tab.on('request', (request) => {
    if (request.method() === 'PUT') names.push(new URL(request.url()).pathname.split('/').at(-1) ?? '')
  })
  return names
}
