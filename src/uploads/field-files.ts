import { createStore } from 'zustand/vanilla'
import type { StoredFile } from '../api/stored-file.js'
import type { UploadState } from '../transfer/upload-state.js'
import { isLive } from '../transfer/upload-state.js'
import type { UploadChange, Uploads } from './create-uploads.js'
import type { ReadonlyStore } from './readonly-store.js'
import { storedFiles } from './stored-files.js'
import type { Upload } from './upload.js'

/** The uploads of a scope as the files of a form field. */
export interface FieldFiles {
  /** Without those that another tab goes on with: a form belongs to one tab. */
  readonly uploads: readonly Upload[]
  /** What can be handed in. */
  readonly stored: readonly StoredFile[]
  /** How many go on by themselves. */
  readonly uploading: number
  /** How large those are that stand still until somebody does something. */
  readonly restingBytes: number
  /** What keeps the form from being handed in. */
  readonly problem: FilesProblem | null
}

/** What keeps a form from being handed in. */
export type FilesProblem = {
  /**
   * - `failed`: some need another try; `expired`: S3 has dropped them, after a day
   * - `needs-file`: a reload has lost their bytes; `interrupted`: a reload has stopped them
   * - `uploading`: some are on their way
   */
  readonly kind: 'failed' | 'expired' | 'needs-file' | 'interrupted' | 'uploading'
  readonly count: number
}

/** The files of a scope, kept up while somebody listens; ticks of progress cost nothing. */
export function fieldFiles(uploads: Uploads, scope: string): ReadonlyStore<FieldFiles> {
  // Empty at first, as on a server, so that both render the same.
  const store = createStore(() => noFiles)
  store.setState(look(), true)
  let listeners = 0
  let end = () => {}

  return {
    ...store,
    subscribe(listener) {
      if (listeners++ === 0) {
        end = uploads.onChange(follow)
        store.setState(look(), true)
      }
      const unsubscribe = store.subscribe(listener)
      return () => {
        unsubscribe()
        if (--listeners === 0) end()
      }
    },
  }

  function look(): FieldFiles {
    return fieldFilesOf(uploads.list(scope).getState())
  }

  function follow(changes: readonly UploadChange[]): void {
    if (changes.some((change) => change.upload.scope === scope && isNews(change)))
      store.setState(look(), true)
  }
}

/** The same for uploads as they are now. */
export function fieldFilesOf(listed: readonly Upload[]): FieldFiles {
  const counts: Record<Kind, number> = {
    failed: 0,
    expired: 0,
    'needs-file': 0,
    interrupted: 0,
    uploading: 0,
    stored: 0,
  }
  let restingBytes = 0
  const uploads = listed.filter(({ state, file }) => {
    const kind = kindOf(state.getState())
    if (kind) counts[kind]++
    if (kind && kind !== 'stored' && kind !== 'uploading') restingBytes += file.size
    return kind !== null
  })
  const worst = byUrgency.find((kind) => counts[kind] > 0)
  return {
    uploads,
    stored: storedFiles(uploads),
    uploading: counts.uploading,
    restingBytes,
    problem: worst ? { kind: worst, count: counts[worst] } : null,
  }
}

type Kind = FilesProblem['kind'] | 'stored'

/** `null` for what is none of the field's files. */
function kindOf(state: UploadState): Kind | null {
  if (state.status === 'done') return 'stored'
  if (state.status === 'failed') return state.error.code === 'expired' ? 'expired' : 'failed'
  if (state.status === 'paused') return 'interrupted'
  if (!isLive(state) || state.status === 'canceling') return null
  if (state.status !== 'waiting') return 'uploading'
  if (state.waiting.for === 'leader') return null
  if (state.waiting.for !== 'file') return 'uploading'
  return state.waiting.expired ? 'expired' : 'needs-file'
}

/** What needs a person comes before what takes only time. */
const byUrgency = ['failed', 'expired', 'needs-file', 'interrupted', 'uploading'] as const

function isNews({ before, after }: UploadChange): boolean {
  return before?.status !== after?.status || after?.status !== 'uploading'
}

const noFiles: FieldFiles = { uploads: [], stored: [], uploading: 0, restingBytes: 0, problem: null }
