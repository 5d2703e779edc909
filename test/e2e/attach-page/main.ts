import type { UploadState } from '../../../src/core.js'
import { createFileClient, createRetryPolicy, isLive } from '../../../src/core.js'
import { bytesOf } from '../page/bytes.js'

/** Which files a person attaches. */
export interface AttachSeed {
  /** Begins their names. */
  readonly person: string
  readonly count: number
  readonly sizeBytes: number
}

/** What a test asks of the page. */
const attaching = {
  /** Uploads and attaches files, and resolves with how they ended, without anybody pressing anything. */
  async run({ person, count, sizeBytes }: AttachSeed): Promise<Readonly<Record<string, number>>> {
    const files = Array.from(
      { length: count },
      (_, index) =>
        new File([bytesOf(index, sizeBytes)], `${person}-${index}.pdf`, { type: 'application/pdf' }),
    )
    const uploads = client.uploads.add(files, { scope: 'attach', entity })
    const ends: Record<string, number> = {}
    for (const { state } of uploads) {
      const now = await over(state)
      const end = now.status === 'failed' ? `failed: ${now.error.code}, ${now.error.message}` : now.status
      ends[end] = (ends[end] ?? 0) + 1
    }
    return ends
  },
}

declare global {
  interface Window {
    attaching: typeof attaching
  }
}
window.attaching = attaching

const query = new URLSearchParams(location.search)
const apiUrl = query.get('api') ?? ''
const entity = { slug: 'opportunity', id: query.get('entity') ?? '' }

const client = createFileClient({
  getToken: () => query.get('token') ?? '',
  fileUrl: apiUrl,
  entityUrl: apiUrl,
  // As by default, only that nobody waits long for a test.
  retry: createRetryPolicy({ baseMs: 50, maxMs: 500 }),
  timeoutMs: 3000,
  logger: { warn() {} },
  settleMs: 1000,
})

function over(state: { getState(): UploadState; subscribe(listener: () => void): () => void }) {
  return new Promise<UploadState>((resolve) => {
    const look = () => void (isLive(state.getState()) || resolve(state.getState()))
    state.subscribe(look)
    look()
  })
}
