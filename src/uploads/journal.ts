import { createStore } from 'zustand/vanilla'
import type { Clock } from '../api/clock.js'
import type { JournalStorage } from '../journal/journal-store.js'
import type { UploadChange, Uploads } from './create-uploads.js'
import type { JournalMode, JournalState } from './journal-state.js'
import { isKept } from './journal-state.js'
import type { JournalKeeper } from './keep-journal.js'
import type { ReadonlyStore } from './readonly-store.js'
import type { Upload } from './upload.js'

/** How the journal is kept. */
export interface JournalOptions {
  /** @default 'files' */
  readonly mode?: JournalMode | undefined
  /**
   * How many bytes are kept at a time; files beyond it are kept without their bytes.
   * @default 500000000
   */
  readonly maxBytes?: number | undefined
  /** Where. @default IndexedDB, with Web Locks between tabs */
  readonly storage?: JournalStorage | undefined
}

/** The journal of a client. What it needs is loaded with the first upload that is worth keeping. */
export interface Journal {
  readonly state: ReadonlyStore<JournalState>
  /** Keeps what a file is to be saved with now. */
  noteDescribed(upload: Upload): void
  /** Resolves once everything so far is kept. Never rejects: what cannot be kept goes on all the same. */
  flush(): Promise<void>
  /** Finds what was interrupted, once for each owner. */
  restore(): Promise<void>
  forget(): Promise<void>
  close(): void
}

/** What the journal works with. */
export interface JournalPorts {
  readonly uploads: Uploads
  /** Takes down which upload has made which file. */
  readonly made: Map<string, string>
  readonly clock: Clock
  readonly currentOwner: () => string | undefined
  /** Another tab wants everything forgotten. */
  readonly onForget: () => void
}

export function createJournal(
  { mode = 'files', maxBytes = 500_000_000, storage }: JournalOptions,
  { uploads, made, clock, currentOwner, onForget }: JournalPorts,
): Journal {
  const state = createStore<JournalState>(() => ({ mode, problem: null, unsafe: null }))
  const restored = new Map<string, Promise<void>>()
  let loading: Promise<JournalKeeper | null> | undefined
  let keeper: JournalKeeper | null | undefined
  let isStuck = false

  if (mode !== 'off') uploads.onChange(note)

  return {
    state,
    noteDescribed(upload) {
      const now = upload.state.getState()
      // While it is being loaded, it has yet to look at the uploads.
      keeper?.note([{ upload, before: now, after: now }])
    },
    flush() {
      if (mode === 'off') return Promise.resolve()
      return inTime(keeper === undefined ? loading?.then((kept) => kept?.flush()) : keeper?.flush())
    },
    restore() {
      const owner = currentOwner() ?? ''
      const running = restored.get(owner) ?? load().then((kept) => kept?.restore(owner))
      restored.set(owner, running)
      return running
    },
    async forget() {
      restored.clear()
      // At once where that is possible: what is being found meanwhile must not come in.
      await inTime(keeper === undefined ? load().then((kept) => kept?.forget()) : keeper?.forget())
    },
    close() {
      void loading?.then((kept) => kept?.close())
    },
  }

  function note(all: readonly UploadChange[]): void {
    const changes = all.filter(isNews)
    if (changes.length === 0) return
    if (keeper) keeper.note(changes)
    else if (keeper === undefined && changes.some(({ upload }) => isKept(upload))) {
      void load().then((kept) => kept?.note(changes))
    }
  }

  /** A browser that never answers must not keep an upload from going on, and thousands not one after the other. */
  function inTime(written: Promise<void> | undefined): Promise<void> {
    if (!written || isStuck) return Promise.resolve()
    return new Promise((resolve) => {
      const callOff = clock.setTimeout(() => {
        isStuck = true
        resolve()
      }, patienceMs)
      void written.then(() => {
        isStuck = false
        callOff()
        resolve()
      })
    })
  }

  function load(): Promise<JournalKeeper | null> {
    loading ??= open()
    return loading
  }

  async function open(): Promise<JournalKeeper | null> {
    try {
      keeper = await (mode === 'off' ? openNone() : openOne())
    } catch {
      // Nothing can be kept here: a private window, a page without https, a chunk that did not load.
      keeper = null
      if (mode !== 'off') state.setState({ mode: 'off', problem: 'blocked', unsafe: null })
    }
    return keeper
  }

  async function openOne(): Promise<JournalKeeper> {
    const { keepJournal } = await import('./keep-journal.js')
    return keepJournal({
      maxBytes,
      storage,
      uploads,
      made,
      state,
      currentOwner,
      onOwnerGone: (owner) => restored.delete(owner),
      onForget: forgetToo,
    })
  }

  async function openNone(): Promise<JournalKeeper> {
    const { hearForget } = await import('./hear-forget.js')
    return hearForget({ join: storage && (() => storage.join()), onForget: forgetToo })
  }

  function forgetToo(): void {
    restored.clear()
    onForget()
  }
}

/** Ticks of progress change nothing that is kept. */
function isNews({ before, after }: UploadChange): boolean {
  return !(before?.status === 'uploading' && after?.status === 'uploading')
}

const patienceMs = 3000
