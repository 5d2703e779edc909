import { expect, vi } from 'vitest'
import type { FileClient, FileClientOptions, Upload } from '../../src/core.js'
import { createFileClient, createRetryPolicy, isLive } from '../../src/core.js'
import type { JournalStorage, JournalStore } from '../../src/journal/journal-store.js'
import type { FileServer, ManualClock, MemoryJournal } from '../../src/testing.js'
import { createFileServer, createManualClock, createMemoryJournal } from '../../src/testing.js'

export function setUp() {
  return { journal: createMemoryJournal(), server: createFileServer() }
}

/** A page load of somebody who is signed in. */
export function openTab(
  journal: MemoryJournal,
  server: FileServer,
  { journal: mode = 'files', ...options }: FileClientOptions = {},
  over: (store: JournalStore) => JournalStore = (store) => store,
) {
  const tab = journal.openTab()
  const storage: JournalStorage = { ...tab, open: async () => over(await tab.open()) }
  const clock = createManualClock()
  const client = clientOf(server, clock, {
    lock: tab.lock,
    ...options,
    journal: { ...(typeof mode === 'string' ? { mode } : mode), storage },
  })
  return {
    client,
    clock,
    kill: () => tab.kill(),
    add: (file: File, how: object = {}) => client.uploads.add([file], { scope: 's', ...how }),
    upload(): Upload {
      const [upload] = client.uploads.all()
      if (!upload) throw new Error('There is no upload.')
      return upload
    },
  }
}

export function clientOf(server: FileServer, clock: ManualClock, options: FileClientOptions): FileClient {
  return createFileClient({
    getToken: () => 'token',
    owner: () => 'me',
    fetch: server.fetch,
    putBlob: server.putBlob,
    retry: createRetryPolicy({ attempts: 3, random: () => 1 }),
    clock,
    ...options,
  })
}

export const neverAnswers = () => new Promise<never>(() => {})

/** The page hangs at the calls to these paths, which never reach epilot. */
export function hangsAt({ fetch }: FileServer, ...paths: readonly string[]): typeof globalThis.fetch {
  return (input, init) => (isCallTo(input, init, paths) ? neverAnswers() : fetch(input, init))
}

/** The calls take effect, and nothing more is heard of them. */
export function losesAnswerOf({ fetch }: FileServer, path: string): typeof globalThis.fetch {
  return async (input, init) => {
    const answer = await fetch(input, init)
    return isCallTo(input, init, [path]) ? neverAnswers() : answer
  }
}

export function isCallTo(
  input: RequestInfo | URL,
  init: RequestInit | undefined,
  paths: readonly string[],
): boolean {
  const { pathname } = new URL(input instanceof Request ? input.url : input)
  return init?.method === 'POST' && paths.some((path) => pathname.endsWith(path))
}

export async function ends(upload: Upload | undefined): Promise<void> {
  await vi.waitFor(() => expect(upload && isLive(upload.state.getState())).toBe(false))
}
