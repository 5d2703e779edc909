import type { UploadState } from '../../../src/core.js'
import { createFileClient, createRetryPolicy, isLive } from '../../../src/core.js'
import { bytesOf } from '../page/bytes.js'

/** What a test asks of the page. */
const chaos = {
  /** Adds files, and resolves once nothing is under way any more, without anybody pressing anything. */
  async run(count: number, sizeBytes: number): Promise<Record<string, number>> {
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
    return ends
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
const client = createFileClient({
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
