import type { HoldLock } from '../transfer/web-lock.js'
import type { JournalEntry } from '../journal/journal-entry.js'
import type { JournalStorage, JournalStore, Tab, TabNews } from '../journal/journal-store.js'
import { createMemoryLocks } from './memory-locks.js'

/** A journal in memory, and the tabs that share it. */
export interface MemoryJournal {
  /** A new tab, for `createFileClient({ journal: { storage } })`. */
  openTab(): MemoryTab
  /** What is kept now. */
  entries(): readonly JournalEntry[]
  /** The ids of the uploads whose bytes are kept. */
  keptBytes(): readonly string[]
  /** From now on there is no room: for `bytes` alone, or for anything. */
  fillUp(what: 'bytes' | 'all'): void
  /** From now on there is room again; a client that has given up on its journal tries anew after a reload. */
  makeRoom(): void
  /** Lets time pass, for what expires. */
  skip(byMs: number): void
}

/** One tab of a memory journal. */
export interface MemoryTab extends JournalStorage {
  /** For `createFileClient({ lock })`: shared with the other tabs, and given back when the tab is killed. */
  readonly lock: HoldLock
  /** The tab is gone, as by a crash: nothing it does is written any more, and others may go on with what it had. */
  kill(): void
}

/**
 * Creates a journal for tests of reloads, crashes and second tabs.
 *
 * @example
 * const journal = createMemoryJournal()
 * const tab = journal.openTab()
 * const before = createFileClient({ owner: () => 'me', journal: { storage: tab }, fetch: server.fetch })
 * tab.kill()
 * const after = createFileClient({ owner: () => 'me', journal: { storage: journal.openTab() }, fetch: server.fetch })
 * await after.restore()
 */
export function createMemoryJournal(): MemoryJournal {
  const entries = new Map<string, JournalEntry>()
  const bytes = new Map<string, File>()
  const tabs = new Map<string, OpenTab>()
  const locks = createMemoryLocks()
  let full: 'bytes' | 'all' | undefined
  let nowMs = Date.parse('2026-03-23T12:47:00Z')

  return {
    openTab,
    entries: () => [...entries.values()],
    keptBytes: () => [...bytes.keys()],
    fillUp: (what) => void (full = what),
    makeRoom: () => void (full = undefined),
    skip: (byMs) => void (nowMs += byMs),
  }

  function openTab(): MemoryTab {
    const id = `tab ${++opened}`
    const tab: OpenTab = { listeners: new Set(), heirs: new Set() }
    return {
      async join() {
        tabs.set(id, tab)
        return tabOf(id, tab)
      },
      open: async () => storeOf(id),
      now: () => nowMs,
      lock: locks.lockOf(id),
      kill: () => close(id),
    }
  }

  function close(id: string): void {
    const tab = tabs.get(id)
    tabs.delete(id)
    locks.close(id)
    tab?.listeners.clear()
    tab?.heirs.forEach((heir) => heir())
  }

  function tabOf(id: string, tab: OpenTab): Tab {
    return {
      id,
      open: async () => new Set(tabs.keys()),
      onGone(other, listener) {
        const { heirs } = tabs.get(other) ?? { heirs: new Set() }
        if (!tabs.has(other)) queueMicrotask(listener)
        heirs.add(listener)
        return () => heirs.delete(listener)
      },
      tell(news) {
        if (!tabs.has(id)) return
        for (const other of tabs.values()) {
          if (other !== tab) other.listeners.forEach((listener) => queueMicrotask(() => listener(news)))
        }
      },
      onNews(listener) {
        tab.listeners.add(listener)
        return () => tab.listeners.delete(listener)
      },
      leave: () => close(id),
    }
  }

  function storeOf(tab: string): JournalStore {
    /** What a tab that is gone would still write is lost. */
    const write = async (change: () => void) => {
      if (!tabs.has(tab)) return never
      change()
    }
    return {
      entries: async () => [...entries.values()],
      put: (all) =>
        write(() => {
          if (full === 'all' && all.length > 0) throw noRoom()
          for (const entry of all) entries.set(entry.id, structuredClone(entry))
        }),
      putBytes: (entry, file) =>
        write(() => {
          if (full) throw noRoom()
          entries.set(entry.id, structuredClone(entry))
          bytes.set(entry.id, file)
        }),
      bytes: async (id) => bytes.get(id),
      dropBytes: (ids) => write(() => ids.forEach((id) => bytes.delete(id))),
      remove: (ids) =>
        write(() => {
          for (const id of ids) {
            entries.delete(id)
            bytes.delete(id)
          }
        }),
      async claim(id, { from, to }) {
        const entry = entries.get(id)
        if (entry?.tab !== from) return null
        const mine = { ...entry, tab: to }
        entries.set(id, mine)
        return mine
      },
      clear: () =>
        write(() => {
          entries.clear()
          bytes.clear()
        }),
      close() {},
    }
  }
}

interface OpenTab {
  readonly listeners: Set<(news: TabNews) => void>
  /** Who waits for its end. */
  readonly heirs: Set<() => void>
}

let opened = 0

const never = new Promise<never>(() => {})

function noRoom(): DOMException {
  return new DOMException('There is no room left.', 'QuotaExceededError')
}
