import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { IntakeRules } from '../../../src/index.js'
import type { FileServerOptions } from '../../../src/testing.js'
import { anEntity } from '../../../src/testing.js'
import type { Page } from 'playwright'
import { chromium } from 'playwright'
import { browserLaunchOptions } from '../../support/find-browser.js'
import type { Epilot } from './epilot.js'
import { startEpilot } from './epilot.js'
import type { Listening } from './listen.js'
import type { ObjectStore } from './object-store.js'
import { startObjectStore } from './object-store.js'
import { FilesPage } from './files-page.js'
import { servePage } from './serve-page.js'

/** A browser, the page, epilot and S3, each on an origin of its own. */
export interface World {
  readonly epilot: Epilot
  readonly store: ObjectStore
  /** A folder for files to pick, and for those that were downloaded. */
  readonly folder: string
  /**
   * A page in a browser context of its own: that of an opportunity that nobody has seen yet, its Files tab, or that of a public
   * journey.
   * @default 'opportunity'
   */
  open(scene?: 'opportunity' | 'files' | 'journey', options?: SceneOptions): Promise<FilesPage>
  /** A page that only uploads, without React and without anything to look at. */
  openChaos(query: Readonly<Record<string, string>>): Promise<Page>
  /** Closes what is open and forgets what happened. Throws if anything was sent to S3 that must not be. */
  reset(): Promise<void>
  close(): Promise<void>
}

/** What the page of an opportunity is opened with. */
export interface SceneOptions {
  readonly rules?: IntakeRules
  /** @default true */
  readonly autoStart?: boolean
  /** With a button for folders; each file is tagged with the path it came with. */
  readonly folders?: boolean
  /** Takes what is dropped anywhere. */
  readonly wholePage?: boolean
  /** Who is signed in at first, with tokens that can be refreshed. @default somebody, with one token for ever */
  readonly signedIn?: string
  /** How often a step is tried. @default 3 */
  readonly attempts?: number
  /** How long a PUT may stand still, and S3 take to answer, each. @default as the client's */
  readonly patienceMs?: number
  /** All requests of the page go through a service worker. */
  readonly serviceWorker?: boolean
}

export async function startWorld(options: FileServerOptions = {}): Promise<World> {
  const store = await startObjectStore()
  const epilot = await startEpilot({ storage: store.storage, ...options })
  const page = await servePage({
    folder: path.join(import.meta.dirname, '../page'),
    scripts: { 'service-worker.js': serviceWorkerScript },
    headers: { 'Content-Security-Policy': policy(epilot.origin, store.origin) },
  })
  let chaosPage: Listening | undefined
  const browser = await chromium.launch(browserLaunchOptions())
  const folder = await mkdtemp(path.join(tmpdir(), 'epilot-files-e2e-'))

  return {
    epilot,
    store,
    folder,
    async open(
      scene = 'opportunity',
      {
        rules = {},
        autoStart = true,
        folders = false,
        wholePage = false,
        signedIn = '',
        attempts = 3,
        patienceMs,
        serviceWorker = false,
      } = {},
    ) {
      const entity = anEntity()
      const context = await browser.newContext()
      // All origins here share one host, and so its cookies: S3 would get them if we let the browser send any.
      await context.addCookies([{ name: 'session', value: 'secret', domain: '127.0.0.1', path: '/' }])
      const tab = await context.newPage()
      await tab.goto(
        `${page.origin}/?${new URLSearchParams({
          api: epilot.origin,
          entity: entity.id,
          scene,
          rules: JSON.stringify(rules),
          autoStart: String(autoStart),
          folders: String(folders),
          wholePage: String(wholePage),
          signedIn,
          attempts: String(attempts),
          ...(patienceMs !== undefined && { patienceMs: String(patienceMs) }),
        })}`,
      )
      if (serviceWorker) {
        await tab.evaluate(registerServiceWorker)
        await tab.reload()
        await tab.waitForFunction(() => navigator.serviceWorker.controller !== null)
      }
      return new FilesPage(tab, entity)
    },
    async openChaos(query) {
      chaosPage ??= await servePage({ folder: path.join(import.meta.dirname, '../chaos-page') })
      const tab = await (await browser.newContext()).newPage()
      await tab.goto(`${chaosPage.origin}/?${new URLSearchParams({ api: epilot.origin, ...query })}`)
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
      await chaosPage?.close()
      await epilot.close()
      await store.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

// The page's own parts come past it: the policy lets it ask for nothing but the API and the storage.
const serviceWorkerScript = `addEventListener('fetch', (event) => {
  if (!event.request.url.startsWith(location.origin)) event.respondWith(fetch(event.request))
})`

// As text, since the types of the DOM do not know trusted ones.
const registerServiceWorker = `(async () => {
  const trusted = trustedTypes.createPolicy('service-worker', { createScriptURL: (url) => url })
  await navigator.serviceWorker.register(trusted.createScriptURL('/service-worker.js'))
  await navigator.serviceWorker.ready
})()`

/** As strict as an app can be: no inline code or styles, no hosts but its own, the API and the storage. */
function policy(apiUrl: string, storageUrl: string): string {
  return [
    `default-src 'none'`,
    `script-src 'self'`,
    `style-src 'self'`,
    `img-src data:`, // the page's own icon
    `connect-src ${apiUrl} ${storageUrl}`,
    `frame-src ${storageUrl}`,
    `require-trusted-types-for 'script'`,
  ].join('; ')
}
