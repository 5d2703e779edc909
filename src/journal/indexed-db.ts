import type { DBSchema } from 'idb'
import { openDB } from 'idb'
import type { JournalEntry } from './journal-entry.js'
import type { JournalStore } from './journal-store.js'

interface Schema extends DBSchema {
  entries: { readonly key: string; readonly value: JournalEntry }
  bytes: { readonly key: string; readonly value: File }
}

/** Keeps the journal in IndexedDB, over one connection. */
export async function openIndexedDb(name: string): Promise<JournalStore> {
  const db = await openDB<Schema>(name, 1, {
    upgrade(fresh) {
      fresh.createObjectStore('entries', { keyPath: 'id' })
      fresh.createObjectStore('bytes')
    },
    // A later version of ours, in another tab, must not have to wait for this one.
    blocking: (_current, _blocked, event) => (event.target as IDBDatabase).close(), // what `versionchange` is told to
  })

  return {
    entries: () => db.getAll('entries'),
    async put(entries) {
      const { store, done } = db.transaction('entries', 'readwrite')
      await Promise.all([...entries.map((entry) => store.put(entry)), done])
    },
    async putBytes(entry, bytes) {
      const all = db.transaction(['entries', 'bytes'], 'readwrite')
      await Promise.all([
        all.objectStore('bytes').put(bytes, entry.id),
        all.objectStore('entries').put(entry),
        all.done,
      ])
    },
    bytes: (id) => db.get('bytes', id),
    async dropBytes(ids) {
      const { store, done } = db.transaction('bytes', 'readwrite')
      await Promise.all([...ids.map((id) => store.delete(id)), done])
    },
    async remove(ids) {
      const all = db.transaction(['entries', 'bytes'], 'readwrite')
      const gone = ids.flatMap((id) => [
        all.objectStore('entries').delete(id),
        all.objectStore('bytes').delete(id),
      ])
      await Promise.all([...gone, all.done])
    },
    async claim(id, { from, to }) {
      // In one transaction: the second tab to come sees what the first has written.
      const { store, done } = db.transaction('entries', 'readwrite')
      const entry = await store.get(id)
      const mine = entry?.tab === from ? { ...entry, tab: to } : null
      if (mine) await store.put(mine)
      await done
      return mine
    },
    async clear() {
      const all = db.transaction(['entries', 'bytes'], 'readwrite')
      await Promise.all([all.objectStore('entries').clear(), all.objectStore('bytes').clear(), all.done])
    },
    close: () => db.close(),
  }
}
