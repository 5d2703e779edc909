import type { PutRequest, UploadState } from '../../../src/core.js'
import { createFileClient, createRetryPolicy, FileError, isLive, putBlob } from '../../../src/core.js'
import { bytesOf } from '../page/bytes.js'

/** How a run ended. */
export interface ChaosEnd {
  /** How many uploads ended how. */
  readonly ends: Readonly<Record<string, number>>
  /** How many saves the page itself asked the browser for. */
  readonly saves: number
  /** Calls that left before the time that an answer had asked for by `Retry-After`. */
  readonly early: readonly string[]
}

/** What a test asks of the page. */
const chaos = {
  /** Adds files, and resolves once nothing is under way any more, without anybody pressing anything. */
  async run(count: number, sizeBytes: number): Promise<ChaosEnd> {
    const files = Array.from({ length: count }, (_, index) => {
      const file = new File([bytesOf(index, sizeBytes)], `${index}.bin`, { type: 'application/pdf' })
      return file
    })
    const uploads = client.uploads.add(files, { scope: 'chaos', entity })
    await Promise.all(
      uploads.map(
        ({ state }) =>
          new Promise<void>((resolve) => {
            const look = (now: UploadState) => void (isLive(now) || resolve())
            state.subscribe(look)
            look(state.getState())
          }),
      ),
    )
    const ends: Record<string, number> = {}
    for (const { state } of uploads) {
      const now = state.getState()
      const end = now.status === 'failed' ? `failed: ${now.error.code}, ${now.error.message}` : now.status
      ends[end] = (ends[end] ?? 0) + 1
    }
    return { ends, saves, early }
  },
}

declare global {
  interface Window {
    chaos: typeof chaos
  }
}
window.chaos = chaos

const query = new URLSearchParams(location.search)
const apiUrl = query.get('api') ?? ''
const entity = { slug: 'opportunity', id: query.get('entity') ?? '' }
let saves = 0
const early: string[] = []
/** By path, and for all PUTs: when an answer that asked for peace was read, and until when it did. */
const peace = new Map<string, { readonly from: number; readonly until: number }>()

/** Beneath this stands the browser, which may send a call more than once. All times are the page's own. */
async function watchedFetch(input: RequestInfo | URL, init?: RequestInit): Promise<Response> {
  const path = new URL(new Request(input).url).pathname
  leaves(path)
  if (init?.method === 'POST' && path === '/v2/files') saves += 1

  const response = await fetch(input, init)
  const seconds = Number(response.headers.get('Retry-After'))
  if (!(seconds > 0)) return response
  const answer = new Response(await response.text(), response)
  const text = () => Response.prototype.text.call(answer)
  return Object.assign(answer, {
    // Known from the moment on in which the client has read it, however busy the machine is.
    async text() {
      const body = await text()
      asksForPeace(path, seconds * 1000)
      return body
    },
  })
}

async function watchedPut(request: PutRequest): Promise<void> {
  leaves('PUT')
  try {
    await putBlob(request)
  } catch (cause) {
    if (cause instanceof FileError && cause.retryAfterMs) asksForPeace('PUT', cause.retryAfterMs)
    throw cause
  }
}

function leaves(where: string): void {
  const now = performance.now()
  const { from, until } = peace.get(where) ?? { from: 0, until: 0 }
  // What came in just now is being read, and timers may be a moment early.
  if (now > from + 50 && now < until - 5) early.push(`${where}: ${Math.round(until - now)} ms early`)
}

function asksForPeace(where: string, forMs: number): void {
  const now = performance.now()
  peace.set(where, { from: now, until: Math.max(peace.get(where)?.until ?? 0, now + forMs) })
}

const client = createFileClient({
  fetch: watchedFetch,
  putBlob: watchedPut,
  getToken: () => 'token-of-a-person',
  fileUrl: apiUrl,
  entityUrl: apiUrl,
  // As by default, only that nobody waits long for a test.
  retry: createRetryPolicy({ baseMs: 50, maxMs: 500 }),
  timeoutMs: 1500,
  patience: { stallMs: 800, answerMs: 800 },
  logger: { warn() {} },
  settleMs: Number(query.get('settle')),
})
