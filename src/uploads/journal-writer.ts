import type { StoreApi } from 'zustand/vanilla'
import type { JournalEntry, KnownEntry } from '../journal/journal-entry.js'
import type { JournalStore } from '../journal/journal-store.js'
import { keptFileOf } from '../journal/kept-file.js'
import type { UploadState } from '../transfer/upload-state.js'
import { checkpointOf, isLive } from '../transfer/upload-state.js'
import { entryOf } from './entry-of.js'
import type { JournalState } from './journal-state.js'
import { isKept } from './journal-state.js'
import type { Upload } from './upload.js'

/** Writes uploads down as they change. */
export interface JournalWriter {
  follow(upload: Upload, state: UploadState): void
  remove(id: string): void
  /** Another file has taken the place of its own: nothing of that is kept any longer. */
  forgetFile(id: string): void
  /** Resolves once what is beyond sending is written, or cannot be. */
  flush(): Promise<void>
  /** Resolves once all is written, or cannot be. */
  finish(): Promise<void>
  /** Takes over an entry that was written by another tab. */
  readonly know: (entry: JournalEntry) => void
  /** Says how many a reload would lose; once for all changes of a moment. */
  tellUnsafe(): void
  /** Forgets all uploads, and what becomes of them; what other tabs have written too, or only what is of this one. */
  forgetAll(whose: 'all' | 'mine'): Promise<void>
  readonly giveUp: (error: unknown) => Promise<void>
}

export interface JournalWriterPorts {
  readonly store: JournalStore
  readonly tab: string
  readonly now: () => number
  readonly maxBytes: number
  readonly state: StoreApi<JournalState>
}

export function createJournalWriter({ store, tab, now, maxBytes, state }: JournalWriterPorts): JournalWriter {
  const known = new Map<string, KnownEntry>()
  /** What a reload would lose. */
  const unsafe = new Set<string>()
  /** What a call waits for goes before what only changed. */
  const urgent = new Set<Upload>()
  const dirty = new Set<Upload>()
  const gone = new Set<string>()
  /** Whose bytes are those of a file that it no longer is, until they are dropped: no others are kept before. */
  const stale = new Set<string>()
  const wantsBytes = new Set<Upload>()
  /** What was canceled too late to stop may still tell of itself. */
  const forgotten = new Set<string>()
  let keptBytes = 0
  let isWriting = false
  let isOver = false
  let batch = Promise.resolve()
  let keepingBytes = Promise.resolve()

  return { follow, remove, forgetFile, flush, finish, know, tellUnsafe, forgetAll, giveUp }

  function follow(upload: Upload, now: UploadState): void {
    if (isOver || forgotten.has(upload.id)) return
    if (!isLive(now) || isSafe(upload, now)) unsafe.delete(upload.id)
    else unsafe.add(upload.id)
    if (isKept(upload)) {
      dirty.delete(upload)
      gone.delete(upload.id)
      if (now.status === 'canceled') return remove(upload.id)
      if (needsBytes(now)) dirty.add(upload)
      else urgent.add(upload)
    }
    schedule()
  }

  function remove(id: string): void {
    gone.add(id)
    unsafe.delete(id)
    schedule()
  }

  function forgetFile(id: string): void {
    forgetBytes(id)
    const entry = known.get(id)
    if (entry) known.set(id, { ...entry, sent: null })
    stale.add(id)
    schedule()
  }

  function know(entry: JournalEntry): void {
    known.set(entry.id, entry)
    if (entry.hasBytes) keptBytes += entry.sent?.sizeBytes ?? 0
  }

  async function flush(): Promise<void> {
    // What is being written now may have been taken up before: then the next batch has what is urgent.
    const isNext = urgent.size > 0
    await batch
    if (isNext) await batch
  }

  async function finish(): Promise<void> {
    while (isWriting) await batch
  }

  /** Changes of one moment make one write. */
  function schedule(): void {
    if (isWriting) return
    isWriting = true
    batch = Promise.resolve().then(writeSome)
    void writeOn()
  }

  async function writeOn(): Promise<void> {
    await batch
    while (!isOver && urgent.size + dirty.size + gone.size + stale.size > 0) {
      batch = writeSome()
      await batch
    }
    isWriting = false
  }

  /** A few at a time: thousands in one go would hold up the page, and whoever waits for his own. */
  async function writeSome(): Promise<void> {
    const written = [...take(urgent, Infinity), ...take(dirty, batchSize)].filter(({ id }) => !gone.has(id))
    const removed = [...take(gone, Infinity)]
    const spare = written.filter(({ state }) => !needsBytes(state.getState())).map(({ id }) => id)
    const outdated = [...stale]
    const dropped = [...[...spare, ...removed].filter(forgetBytes), ...outdated]
    for (const id of removed) known.delete(id)
    try {
      await store.put(written.map(record)).catch(makeRoomFor(written))
      if (removed.length > 0) await store.remove(removed)
      if (dropped.length > 0) await store.dropBytes(dropped)
    } catch (error) {
      return giveUp(error)
    }
    for (const id of outdated) stale.delete(id)
    for (const upload of written) {
      const now = upload.state.getState()
      if (isSafe(upload, now)) unsafe.delete(upload.id)
      if (needsBytes(now) && !known.get(upload.id)?.hasBytes) wantsBytes.add(upload)
    }
    tellUnsafe()
    if (wantsBytes.size > 0) keepingBytes = keepingBytes.then(keepBytes)
  }

  /** The entries are worth more than the bytes. */
  function makeRoomFor(written: readonly Upload[]): (error: unknown) => Promise<void> {
    return async (error) => {
      if (!isFull(error) || state.getState().mode !== 'files') throw error
      state.setState({ mode: 'refs', problem: 'full' })
      const dropped = [...known.keys()].filter(forgetBytes)
      for (const id of dropped) unsafe.add(id)
      await store.dropBytes(dropped)
      await store.put(written.map(record))
    }
  }

  /** One after the other, so that no write of an entry waits for long. */
  async function keepBytes(): Promise<void> {
    for (const upload of take(wantsBytes, Infinity)) {
      const { id, bytes, file } = upload
      const isWanted = known.has(id) && !known.get(id)?.hasBytes && needsBytes(upload.state.getState())
      if (!bytes || !isWanted || isOver || stale.has(id)) continue
      if (state.getState().mode !== 'files' || keptBytes + bytes.size > maxBytes) continue
      const entry = { ...record(upload), sent: keptFileOf(bytes), hasBytes: true }
      try {
        await store.putBytes(entry, bytes)
      } catch (error) {
        if (isFull(error)) state.setState({ mode: 'refs', problem: 'full' })
        // Else it is this file alone, which changed or went away meanwhile: its upload will tell.
        continue
      }
      // Another file may have taken its place while this one was being written.
      if (upload.file !== file) {
        forgetFile(id)
        follow(upload, upload.state.getState())
        continue
      }
      // It may have come further, or have been canceled, while it was being written.
      if (!known.has(id)) remove(id)
      else {
        know(entry)
        follow(upload, upload.state.getState())
      }
    }
    tellUnsafe()
  }

  function record(upload: Upload): JournalEntry {
    const entry = entryOf(upload, { known: known.get(upload.id), tab, now: now() })
    const { addedAt, storedAt, sent, hasBytes } = entry
    known.set(upload.id, { addedAt, storedAt, sent, hasBytes })
    return entry
  }

  /** Whether there were any. */
  function forgetBytes(id: string): boolean {
    const entry = known.get(id)
    if (!entry?.hasBytes) return false
    keptBytes -= entry.sent?.sizeBytes ?? 0
    known.set(id, { ...entry, hasBytes: false })
    return true
  }

  function isSafe({ id }: Upload, now: UploadState): boolean {
    // Its bytes are gone already.
    if (now.status === 'waiting' && now.waiting.for === 'file') return true
    const entry = known.get(id)
    return entry !== undefined && (entry.hasBytes || checkpointOf(now).reached !== 'nothing')
  }

  function tellUnsafe(): void {
    if (!isOver && state.getState().unsafe !== unsafe.size) state.setState({ unsafe: unsafe.size })
  }

  async function forgetAll(whose: 'all' | 'mine'): Promise<void> {
    const ids = [...known.keys(), ...[...urgent, ...dirty].map(({ id }) => id), ...gone]
    for (const id of ids) forgotten.add(id)
    for (const all of [known, unsafe, urgent, dirty, gone, stale, wantsBytes]) all.clear()
    keptBytes = 0
    await batch
    // By the time another tab hears of it, somebody else may be at work.
    await (whose === 'all' ? store.clear() : store.remove(ids)).catch(giveUp)
    tellUnsafe()
  }

  /** Uploads go on all the same. What is written down of them would stay behind, and offer again what is saved by then. */
  async function giveUp(error: unknown): Promise<void> {
    isOver = true
    known.clear()
    state.setState({ mode: 'off', problem: isFull(error) ? 'full' : 'blocked', unsafe: null })
    try {
      const mine = (await store.entries()).filter((entry) => entry.tab === tab && !entry.result)
      await store.remove(mine.map(({ id }) => id))
    } catch {
      // Where nothing can be removed either, there is nothing left to try; `problem` tells.
    }
  }
}

/** What has not been sent, and still may be. */
function needsBytes(state: UploadState): boolean {
  if (state.status === 'failed' && state.error.code === 'expired') return false
  return state.status !== 'done' && state.status !== 'canceled' && checkpointOf(state).reached === 'nothing'
}

function* take<T>(from: Set<T>, count: number): Iterable<T> {
  let left = count
  for (const one of from) {
    if (left-- <= 0) return
    from.delete(one)
    yield one
  }
}

function isFull(error: unknown): boolean {
  return error instanceof Error && error.name === 'QuotaExceededError'
}

const batchSize = 200
