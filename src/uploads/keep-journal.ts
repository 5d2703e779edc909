import type { StoreApi } from 'zustand/vanilla'
import { browserJournal } from '../journal/browser-journal.js'
import type { JournalEntry, KnownEntry } from '../journal/journal-entry.js'
import type { JournalStorage } from '../journal/journal-store.js'
import { keptFileOf } from '../journal/kept-file.js'
import type { UploadState } from '../transfer/upload-state.js'
import { checkpointOf, isLive } from '../transfer/upload-state.js'
import type { UploadChange, Uploads } from './create-uploads.js'
import { entryOf } from './entry-of.js'
import type { JournalMode, JournalState } from './journal-state.js'
import { isKept } from './journal-state.js'
import { createRestorer } from './restore-uploads.js'
import type { Upload } from './upload.js'

/** Writes down what happens to uploads, and finds again what was interrupted. */
export interface JournalKeeper {
  note(changes: readonly UploadChange[]): void
  /** Resolves once everything noted so far is written, or cannot be. */
  flush(): Promise<void>
  restore(owner: string): Promise<void>
  forget(): Promise<void>
  close(): void
}

export interface KeepJournalOptions {
  readonly mode: JournalMode
  readonly maxBytes: number
  readonly storage: JournalStorage | undefined
  readonly uploads: Uploads
  readonly state: StoreApi<JournalState>
  readonly onForget: () => void
}

/** Opens the journal. Rejects where nothing can be kept. */
export async function keepJournal({
  mode,
  maxBytes,
  storage = browserJournal,
  uploads,
  state,
  onForget,
}: KeepJournalOptions): Promise<JournalKeeper> {
  const tab = await storage.join()
  const store = await storage.open().catch((error: unknown) => {
    tab.leave()
    throw error
  })
  const records = new Map<string, KnownEntry>()
  /** What a reload would lose. */
  const unsafe = new Set<string>()
  const dirty = new Set<Upload>()
  const gone = new Set<string>()
  const wantsBytes = new Set<Upload>()
  let keptBytes = 0
  let isWriting = false
  let isOver = false
  let writing = Promise.resolve()
  let keepingBytes = Promise.resolve()

  const restorer = createRestorer({
    store,
    tab,
    uploads,
    now: () => storage.now(),
    onProblem: giveUp,
    onFound: (entry) => records.set(entry.id, entry),
    onForget,
  })
  for (const upload of uploads.all()) follow(upload)
  tellUnsafe()

  return {
    note,
    async flush() {
      await writing
    },
    restore: (owner) => restorer.restore(owner).catch(giveUp),
    async forget() {
      tab.tell({ type: 'forget' })
      await forgetAll()
    },
    close() {
      restorer.stop()
      tab.leave()
      store.close()
    },
  }

  function note(changes: readonly UploadChange[]): void {
    for (const { upload, before, after } of changes) {
      if (restorer.isOthers(upload)) restorer.follow(upload, after)
      else if (after) follow(upload, after)
      // What leaves its list while it is under way is still under way, and what is done stays known to other tabs.
      else if (before && !isLive(before) && !(before.status === 'done' && upload.mode === 'user')) {
        gone.add(upload.id)
      }
    }
    tellUnsafe()
    if (dirty.size + gone.size > 0 && !isOver) schedule()
  }

  function follow(upload: Upload, after = upload.state.getState()): void {
    if (!isLive(after)) unsafe.delete(upload.id)
    else if (!isSafe(upload, after)) unsafe.add(upload.id)
    if (!isKept(upload)) return
    if (after.status === 'canceled') gone.add(upload.id)
    else dirty.add(upload)
    if (after.status === 'done' || after.status === 'canceled') restorer.tellEnd(upload, after)
  }

  function isSafe(upload: Upload, after: UploadState): boolean {
    const record = records.get(upload.id)
    return record !== undefined && (record.hasBytes || checkpointOf(after).reached !== 'nothing')
  }

  function tellUnsafe(): void {
    if (!isOver && state.getState().unsafe !== unsafe.size) state.setState({ unsafe: unsafe.size })
  }

  function schedule(): void {
    if (isWriting) return
    isWriting = true
    writing = writing.then(write)
  }

  async function write(): Promise<void> {
    isWriting = false
    const written = [...dirty].filter(({ id }) => !gone.has(id))
    const removed = [...gone]
    dirty.clear()
    gone.clear()
    const spare = written.filter((upload) => !needsBytes(upload)).map(({ id }) => id)
    const dropped = [...spare, ...removed].filter(forgetBytes)
    for (const id of removed) records.delete(id)
    try {
      await store.put(written.map(record)).catch(makeRoom(written))
      if (removed.length > 0) await store.remove(removed)
      if (dropped.length > 0) await store.dropBytes(dropped)
    } catch (error) {
      return giveUp(error)
    }
    for (const upload of written) {
      if (isSafe(upload, upload.state.getState())) unsafe.delete(upload.id)
      if (needsBytes(upload) && !records.get(upload.id)?.hasBytes) wantsBytes.add(upload)
    }
    tellUnsafe()
    if (wantsBytes.size > 0) keepingBytes = keepingBytes.then(keepBytes)
  }

  /** The entries are worth more than the bytes. */
  function makeRoom(written: readonly Upload[]): (error: unknown) => Promise<void> {
    return async (error) => {
      if (!isFull(error) || state.getState().mode !== 'files') throw error
      state.setState({ mode: 'refs', problem: 'full' })
      await store.dropBytes([...records.keys()].filter(forgetBytes))
      await store.put(written.map(record))
    }
  }

  function needsBytes(upload: Upload): boolean {
    const now = upload.state.getState()
    return now.status !== 'done' && now.status !== 'canceled' && checkpointOf(now).reached === 'nothing'
  }

  function record(upload: Upload): JournalEntry {
    const entry = entryOf(upload, { known: records.get(upload.id), tab: tab.id, now: storage.now() })
    const { addedAt, storedAt, sent, hasBytes } = entry
    records.set(upload.id, { addedAt, storedAt, sent, hasBytes })
    return entry
  }

  /** One after the other, so that no write of an entry waits for long. */
  async function keepBytes(): Promise<void> {
    for (const upload of wantsBytes) {
      wantsBytes.delete(upload)
      const { bytes } = upload
      const known = records.get(upload.id)
      if (!bytes || !known || known.hasBytes || !needsBytes(upload)) continue
      if (state.getState().mode !== 'files' || keptBytes + bytes.size > maxBytes) continue
      try {
        await store.putBytes({ ...record(upload), hasBytes: true }, bytes)
      } catch (error) {
        if (isFull(error)) state.setState({ mode: 'refs', problem: 'full' })
        // Else it is this file alone, which changed or went away meanwhile: its upload will tell.
        continue
      }
      keptBytes += bytes.size
      records.set(upload.id, { ...known, sent: keptFileOf(bytes), hasBytes: true })
      // It may have come further while it was being written.
      dirty.add(upload)
      schedule()
    }
  }

  /** Whether there were any. */
  function forgetBytes(id: string): boolean {
    const known = records.get(id)
    if (!known?.hasBytes) return false
    keptBytes -= known.sent?.sizeBytes ?? 0
    records.set(id, { ...known, hasBytes: false })
    return true
  }

  function giveUp(error: unknown): void {
    isOver = true
    state.setState({ mode: 'off', problem: isFull(error) ? 'full' : 'blocked', unsafe: null })
  }

  async function forgetAll(): Promise<void> {
    await writing
    records.clear()
    unsafe.clear()
    dirty.clear()
    wantsBytes.clear()
    keptBytes = 0
    await store.clear().catch(giveUp)
    tellUnsafe()
  }
}

function isFull(error: unknown): boolean {
  return error instanceof Error && error.name === 'QuotaExceededError'
}
