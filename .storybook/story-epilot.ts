import { QueryClient } from '@tanstack/react-query'
import type { SetupWorker } from 'msw/browser'
import type { StoreApi } from 'zustand/vanilla'
import { createStore } from 'zustand/vanilla'
import type { FileClient, FileClientOptions, Messages } from '../src/index.js'
import { createFileClient } from '../src/index.js'
import type { FileServer, FileServerOptions, ManualPut, MemoryJournal } from '../src/testing.js'
import { createFileServer, createManualPut, createSlowPut } from '../src/testing.js'
import { devStorage } from './dev-storage.js'
import { saveBlob } from './save-blob.js'

/** What a story says of the epilot it talks to: `parameters: { epilot: … }`. */
export interface EpilotParameters {
  /** Runs once before the story shows: puts files there, lets calls fail, begins uploads. */
  readonly seed?: (epilot: StoryEpilot) => void | Promise<void>
  /** How fast a file leaves. `'by-hand'`: the story moves the bytes, by `epilot.put`. @default 2 MB a second */
  readonly bytesPerSecond?: number | 'by-hand'
  readonly latencyMs?: number
  readonly server?: Omit<FileServerOptions, 'latencyMs' | 'storage'>
  readonly client?: FileClientOptions
  /** What the browser keeps for after a `reload()`. @default nothing */
  readonly journal?: MemoryJournal
}

/** One story's own epilot and its client, as `play` and `seed` get them. */
export interface StoryEpilot {
  readonly server: FileServer
  /** That of the page as it is now. */
  readonly client: FileClient
  readonly page: StoreApi<FileClient>
  /** Loads the page anew: what it held is gone, but for what the browser keeps. */
  readonly reload: () => void
  readonly queryClient: QueryClient
  readonly put: ManualPut
}

declare module 'storybook/internal/csf' {
  interface Parameters {
    epilot?: EpilotParameters
  }
  interface StoryContext {
    epilot: StoryEpilot
    /** The words of the chosen language. */
    words: Messages
    msw?: SetupWorker
  }
}

export interface StoryEpilotOptions extends EpilotParameters {
  /** Answers the story's calls, so that they show up in the browser's tools; without one they never leave the page. */
  readonly worker: SetupWorker | undefined
}

export async function createStoryEpilot(options: StoryEpilotOptions): Promise<StoryEpilot> {
  const { worker, seed, journal, bytesPerSecond = 2_000_000, latencyMs = 150 } = options
  const isByHand = bytesPerSecond === 'by-hand'
  // Static files have nobody behind them who could take bytes: there the whole way is in the page.
  const isOverNetwork = import.meta.env.DEV && !isByHand

  const server: FileServer = createFileServer({
    ...options.server,
    latencyMs,
    ...(isOverNetwork && {
      storage: devStorage({
        bytesPerSecond,
        sizeOf: ({ key }) =>
          server
            .files()
            .find(({ s3ref, versions = [] }) =>
              [s3ref, ...versions.map((version) => version.s3ref)].some((known) => known?.key === key),
            )?.size_bytes,
      }),
    }),
  })
  worker?.use(...server.handlers)

  const put = createManualPut({ server })
  let tab = journal?.openTab()
  const page = createStore(openPage)
  function openPage(): FileClient {
    return createFileClient({
      getToken: () => 'token',
      // The browser's own is shared by all stories.
      journal: tab ? { storage: tab } : 'off',
      ...(!worker && { fetch: server.fetch }),
      ...(!isOverNetwork && {
        putBlob: isByHand ? put : createSlowPut({ bytesPerSecond, server }),
        openDownload: saveBlob(server.fetch),
      }),
      ...options.client,
    })
  }
  function reload() {
    tab?.kill()
    page.getState().close()
    tab = journal?.openTab()
    page.setState(openPage(), true)
  }
  const queryClient = new QueryClient({ defaultOptions: { queries: { retry: false } } })

  const epilot = {
    server,
    get client() {
      return page.getState()
    },
    page,
    reload,
    queryClient,
    put,
  }
  await seed?.(epilot)
  return epilot
}
