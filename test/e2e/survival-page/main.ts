import type { FileError, JournalMode, Upload, UploadState } from '../../../src/core.js'
import { createFileClient, createRetryPolicy } from '../../../src/core.js'
import { bytesOf } from '../page/bytes.js'

/** One upload, as a test sees it. */
export interface Seen {
  readonly name: string
  readonly status: string
  /** For what it waits. */
  readonly for: string | undefined
  readonly problem: string | undefined
}

/** What a test asks of the page. */
const survival = {
  /** Adds files, and resolves once the journal knows of them. */
  async add(count: number, sizeBytes: number, autoStart = true): Promise<void> {
    const files = Array.from({ length: count }, (_, index) => fileOf(index, sizeBytes))
    client.uploads.add(files, { scope: 'survival', entity, autoStart })
    while ((await written()).length < count) await new Promise((resolve) => setTimeout(resolve, 5))
  },
  start: () => client.uploads.all().forEach((upload) => upload.start()),
  /** The names of the files that the journal knows to be at S3, or further. */
  async atS3(): Promise<readonly string[]> {
    const entries = (await written()) as {
      file: { name: string }
      checkpoint: { reached: string }
      result: unknown
    }[]
    return entries
      .filter(({ checkpoint, result }) => result !== null || checkpoint.reached !== 'nothing')
      .map(({ file }) => file.name)
  },
  restore: () => client.restore(),
  /** What a person does who is asked: continue, and choose again. */
  continueAll(sizeBytes: number): void {
    for (const upload of client.uploads.all()) {
      upload.resume()
      if (seen(upload).for === 'file') upload.giveFile(fileOf(Number.parseInt(upload.file.name), sizeBytes))
    }
  },
  journal: () => client.journal.getState(),
  look: (): readonly Seen[] => client.uploads.all().map(seen),
}

declare global {
  interface Window {
    survival: typeof survival
  }
}
window.survival = survival

const query = new URLSearchParams(location.search)
const apiUrl = query.get('api') ?? ''
const entity = { slug: 'opportunity', id: query.get('entity') ?? '' }

const client = createFileClient({
  getToken: () => 'token-of-a-person',
  owner: () => 'organisation/person',
  journal: query.get('journal') as JournalMode, // the test says so
  fileUrl: apiUrl,
  entityUrl: apiUrl,
  retry: createRetryPolicy({ baseMs: 50, maxMs: 500 }),
  logger: { warn() {} },
  settleMs: 300,
})

function seen({ file, state }: Upload): Seen {
  const now = state.getState()
  return {
    name: file.name,
    status: now.status,
    for: now.status === 'waiting' ? now.waiting.for : undefined,
    problem: problemOf(now)?.message,
  }
}

function problemOf(state: UploadState): FileError | undefined {
  if (state.status === 'failed') return state.error
  return state.status === 'waiting' && state.waiting.for === 'retry' ? state.waiting.error : undefined
}

function fileOf(index: number, sizeBytes: number): File {
  const type = 'application/pdf'
  return new File([bytesOf(index, sizeBytes)], `${index}.pdf`, { type, lastModified: 1_700_000_000_000 })
}

/** What stands in the database itself, past the library. */
function written(): Promise<readonly unknown[]> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('react-epilot-files', 1)
    // Not there yet: whoever makes it is slower than this question.
    opening.onupgradeneeded = () => opening.transaction?.abort()
    opening.onerror = () => resolve([])
    opening.onsuccess = () => {
      const db = opening.result
      const all = db.transaction('entries').objectStore('entries').getAll()
      all.onerror = () => reject(new Error('The journal cannot be read.'))
      all.onsuccess = () => {
        db.close()
        resolve(all.result)
      }
    }
  })
}
