import { createStore } from 'zustand/vanilla'
import type { Clock } from '../api/clock.js'
import type { JournalStorage } from '../journal/journal-store.js'
import type { UploadChange, Uploads } from './create-uploads.js'
import type { JournalMode, JournalState } from './journal-state.js'
import { isKept } from './journal-state.js'
import type { JournalKeeper } from './keep-journal.js'
import type { ReadonlyStore } from './readonly-store.js'

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
  readonly clock: Clock
  readonly currentOwner: () => string | undefined
  /** Another tab wants everything forgotten. */
  readonly onForget: () => void
}

export function createJournal(
  { mode = 'files', maxBytes = 500_000_000, storage }: JournalOptions,
  { uploads, clock, currentOwner, onForget }: JournalPorts,
): Journal {
  const state = createStore<JournalState>(() => ({ mode, problem: null, unsafe: null }))
  const restored = new Map<string, Promise<void>>()
  let loading: Promise<JournalKeeper | null> | undefined
  let keeper: JournalKeeper | null | undefined

  if (mode !== 'off') uploads.onChange(note)

  return {
    state,
    flush() {
      const flushed = keeper === undefined ? loading?.then((kept) => kept?.flush()) : keeper?.flush()
      return flushed ? inTime(flushed) : Promise.resolve()
    },
    restore() {
      const owner = currentOwner() ?? ''
      const running = restored.get(owner) ?? load().then((kept) => kept?.restore(owner))
      restored.set(owner, running)
      return running
    },
    async forget() {
      restored.clear()
      await (await load())?.forget()
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

  /** A browser that never answers must not keep an upload from going on. */
  function inTime(flushed: Promise<void>): Promise<void> {
    return new Promise((resolve) => {
      const callOff = clock.setTimeout(resolve, patienceMs)
      void flushed.then(() => {
        callOff()
        resolve()
      })
    })
  }

  function load(): Promise<JournalKeeper | null> {
    loading ??= mode === 'off' ? Promise.resolve(null) : open()
    return loading
  }

  async function open(): Promise<JournalKeeper | null> {
    try {
      const { keepJournal } = await import('./keep-journal.js')
      keeper = await keepJournal({ maxBytes, storage, uploads, state, onForget })
    } catch {
      // Nothing can be kept here: a private window, a page without https, a chunk that did not load.
      keeper = null
      state.setState({ mode: 'off', problem: 'blocked', unsafe: null })
    }
    return keeper
  }
}

/** Ticks of progress change nothing that is kept. */
function isNews({ before, after }: UploadChange): boolean {
  return !(before?.status === 'uploading' && after?.status === 'uploading')
}

const patienceMs = 3000
