import { QueryClient } from '@tanstack/react-query'
import type { StoreApi } from 'zustand/vanilla'
import { saveBlob } from '../../.storybook/save-blob.js'
import type { FileClient, FileEntity, PutBlob } from '../../src/index.js'
import { FileError, createFileClient, createRetryPolicy } from '../../src/index.js'
import type { FileServer, ManualConnection, MemoryJournal } from '../../src/testing.js'
import { createSlowPut } from '../../src/testing.js'
import type { BadLuck } from './bad-luck.js'
import type { Knobs, Network } from './knobs.js'
import { markIn } from './mark-in.js'
import { opportunity } from './opportunity.js'

/** One tab of the browser. */
export interface BadTab {
  readonly id: number
  readonly client: FileClient
  readonly queryClient: QueryClient
  add(files: readonly File[]): void
  /** It crashes: nothing of it goes on, nobody is told, and what epilot still answers reaches nobody. */
  kill(): void
}

export interface BadTabOptions {
  readonly server: FileServer
  readonly connection: ManualConnection
  readonly journal: MemoryJournal
  readonly knobs: StoreApi<Knobs>
  readonly luck: BadLuck
}

export function openBadTab({ server, connection, journal, knobs, luck }: BadTabOptions): BadTab {
  const storage = journal.openTab()
  const life = new AbortController()
  /** The network has gone, or the tab. */
  let line = new AbortController()
  life.signal.addEventListener('abort', () => line.abort())
  const stopListening = knobs.subscribe(({ network }) => {
    if (network === 'offline') line.abort()
    else if (line.signal.aborted) line = new AbortController()
  })
  const now = () => knobs.getState()
  if (now().network === 'offline') line.abort()

  const client = createFileClient({
    owner: () => 'me',
    getToken: ({ refresh }) => {
      if (now().isSignedOut) throw new Error('The session has ended.')
      if (refresh) tokens++
      return `token ${tokens}`
    },
    fetch: (input, init) => overTheLine(() => ask(input, init)),
    putBlob: (request) =>
      overTheLine((gone) => put({ ...request, signal: AbortSignal.any([request.signal, gone]) })),
    openDownload: saveBlob(server.fetch),
    connection,
    journal: { storage },
    // A second look only says something once the search has caught up.
    settleMs: now().lagMs + 500,
    retry: createRetryPolicy({ baseMs: 300, random: luck.random }),
  })
  return {
    id: ++opened,
    client,
    queryClient: new QueryClient(),
    add: (files) =>
      void client.uploads.add(files, {
        scope: `${opportunity.slug}/${opportunity.id}/_files`,
        entity: opportunity,
      }),
    kill() {
      stopListening()
      storage.kill()
      life.abort()
    },
  }

  /** What is under way when the network goes is lost; what a tab that is gone waits for never comes. */
  async function overTheLine<T>(task: (signal: AbortSignal) => Promise<T>): Promise<T> {
    const { signal } = line
    const answer = signal.aborted ? broken() : Promise.race([task(signal), breakOf(signal)])
    try {
      const value = await answer
      return life.signal.aborted ? await never : value
    } catch (error) {
      return life.signal.aborted ? never : Promise.reject(error)
    }
  }

  async function ask(...[input, init]: Parameters<typeof fetch>): Promise<Response> {
    const { latencyMs } = pace[now().network]
    if (latencyMs > 0) await new Promise((resolve) => setTimeout(resolve, latencyMs))
    const response = await server.fetch(input, init)
    const isSearch = typeof input === 'string' && input.endsWith('entity:search')
    // The client speaks JSON in strings.
    return isSearch && response.ok ? search(init?.body as string, response) : response
  }

  /** The search does not know yet what was saved a moment ago. */
  async function search(asked: string, response: Response): Promise<Response> {
    const { results } = (await response.json()) as { readonly results: readonly FileEntity[] } // as the server answers
    const { searchLags, lagMs } = now()
    const until = new Date(Date.now() - (searchLags ? lagMs : 0)).toISOString()
    const known = results.filter(({ _created_at = '' }) => _created_at <= until)
    const mark = markIn(asked)
    if (mark) luck.looked(mark, known.length > 0)
    return Response.json({ hits: known.length, results: known })
  }

  function put(request: Parameters<PutBlob>[0]): Promise<void> {
    luck.sends(request.url, request.body.size)
    return createSlowPut({ bytesPerSecond: pace[now().network].bytesPerSecond, server })(request)
  }
}

function broken(): Promise<never> {
  return Promise.reject(new FileError('network', 'The network has gone.'))
}

function breakOf(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    signal.addEventListener('abort', () => void broken().catch(reject))
  })
}

const pace: Readonly<Record<Network, { readonly bytesPerSecond: number; readonly latencyMs: number }>> = {
  good: { bytesPerSecond: 150_000, latencyMs: 0 },
  '3g': { bytesPerSecond: 8000, latencyMs: 300 },
  offline: { bytesPerSecond: 8000, latencyMs: 300 },
}

const never = new Promise<never>(() => {})
let opened = 0
let tokens = 1
