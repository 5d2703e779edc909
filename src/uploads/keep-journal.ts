import type { StoreApi } from 'zustand/vanilla'
import { browserJournal } from '../journal/browser-journal.js'
import type { JournalStorage } from '../journal/journal-store.js'
import type { UploadState } from '../transfer/upload-state.js'
import { isLive } from '../transfer/upload-state.js'
import type { UploadChange, Uploads } from './create-uploads.js'
import type { JournalState } from './journal-state.js'
import { createJournalWriter } from './journal-writer.js'
import { createRestorer } from './restore-uploads.js'
import type { Upload } from './upload.js'

/** Writes down what happens to uploads, and finds again what was interrupted. */
export interface JournalKeeper {
  note(changes: readonly UploadChange[]): void
  /** Resolves once what was noted so far is written, or cannot be. */
  flush(): Promise<void>
  restore(owner: string): Promise<void>
  forget(): Promise<void>
  close(): void
}

export interface KeepJournalOptions {
  readonly maxBytes: number
  readonly storage: JournalStorage | undefined
  readonly uploads: Uploads
  readonly made: Map<string, string>
  readonly state: StoreApi<JournalState>
  readonly currentOwner: () => string | undefined
  /** Nothing was looked for, since somebody else is signed in by then. */
  readonly onOwnerGone: (owner: string) => void
  readonly onForget: () => void
}

/** Opens the journal. Rejects where nothing can be kept. */
export async function keepJournal({
  maxBytes,
  storage = browserJournal,
  uploads,
  made,
  state,
  currentOwner,
  onOwnerGone,
  onForget,
}: KeepJournalOptions): Promise<JournalKeeper> {
  const tab = await storage.join()
  const store = await storage.open().catch((error: unknown) => {
    tab.leave()
    throw error
  })
  const now = () => storage.now()
  const writer = createJournalWriter({ store, tab: tab.id, now, maxBytes, state })
  const { know: onFound } = writer
  const onProblem = (error: unknown) => void writer.giveUp(error)
  const restorer = createRestorer({
    store,
    tab,
    uploads,
    made,
    now,
    currentOwner,
    onOwnerGone,
    onFound,
    onProblem,
    onForget() {
      onForget()
      void forgetHere('mine')
    },
  })

  for (const upload of uploads.all()) follow(upload, upload.state.getState())
  writer.tellUnsafe()

  return {
    note,
    flush: () => writer.flush(),
    restore: (owner) => restorer.restore(owner).catch(onProblem),
    async forget() {
      tab.tell({ type: 'forget' })
      await forgetHere('all')
    },
    close() {
      restorer.stop()
      void writer.finish().then(() => {
        tab.leave()
        store.close()
      })
    },
  }

  function forgetHere(whose: 'all' | 'mine'): Promise<void> {
    restorer.forget()
    return writer.forgetAll(whose)
  }

  function note(changes: readonly UploadChange[]): void {
    for (const { upload, before, after, was } of changes) {
      if (was) writer.forgetFile(upload.id)
      if (restorer.isOthers(upload)) restorer.follow(upload, after)
      else if (after) follow(upload, after)
      // What leaves its list while it is under way is still under way, and what is saved stays known to other tabs.
      else if (before && !isLive(before) && !isSaved(before)) {
        writer.remove(upload.id)
        if (before.status === 'failed') restorer.tellEnd(upload, before)
      }
    }
    writer.tellUnsafe()
  }

  function follow(upload: Upload, after: UploadState): void {
    writer.follow(upload, after)
    if (after.status === 'done' || after.status === 'canceled') restorer.tellEnd(upload, after)
  }
}

function isSaved(state: UploadState): boolean {
  return state.status === 'done' && state.result.kind === 'saved'
}
