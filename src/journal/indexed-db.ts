import type { DBSchema, IDBPDatabase } from 'idb'
import { openDB } from 'idb'
import type { JournalEntry } from './journal-entry.js'
import type { JournalStore } from './journal-store.js'

interface Schema extends DBSchema {
  entries: { readonly key: string; readonly value: JournalEntry }
  bytes: { readonly key: string; readonly value: File }
}

/** Keeps the journal in IndexedDB, over one connection. */
export async function openIndexedDb(name: string): Promise<JournalStore> {
  let connection = connect(name)
  let isClosed = false
  await connection

  return {
    entries: () => withDb((db) => db.getAll('entries')),
    put: (entries) =>
      withDb(async (db) => {
        const { store, done } = db.transaction('entries', 'readwrite')
        await Promise.all([...entries.map((entry) => store.put(entry)), done])
      }),
    putBytes: (entry, bytes) =>
      withDb(async (db) => {
        const all = db.transaction(['entries', 'bytes'], 'readwrite')
        await Promise.all([
          all.objectStore('bytes').put(bytes, entry.id),
          all.objectStore('entries').put(entry),
          all.done,
        ])
      }),
    bytes: (id) => withDb((db) => db.get('bytes', id)),
    dropBytes: (ids) =>
      withDb(async (db) => {
        const { store, done } = db.transaction('bytes', 'readwrite')
        await Promise.all([...ids.map((id) => store.delete(id)), done])
      }),
    remove: (ids) =>
      withDb(async (db) => {
        const all = db.transaction(['entries', 'bytes'], 'readwrite')
        const gone = ids.flatMap((id) => [
          all.objectStore('entries').delete(id),
          all.objectStore('bytes').delete(id),
        ])
        await Promise.all([...gone, all.done])
      }),
    claim: (id, { from, to }) =>
      withDb(async (db) => {
        // In one transaction: the second tab to come sees what the first has written.
        const { store, done } = db.transaction('entries', 'readwrite')
        const entry = await store.get(id)
        const mine = entry?.tab === from ? { ...entry, tab: to } : null
        if (mine) await store.put(mine)
        await done
        return mine
      }),
    clear: () =>
      withDb(async (db) => {
        const all = db.transaction(['entries', 'bytes'], 'readwrite')
        await Promise.all([all.objectStore('entries').clear(), all.objectStore('bytes').clear(), all.done])
      }),
    close() {
      isClosed = true
      // Where it could not be opened anew, there is nothing to close.
      void connection.then((db) => db.close()).catch(() => {})
    },
  }

  /** Browsers drop connections of their own accord, Safari those of pages in the background. */
  async function withDb<T>(work: (db: IDBPDatabase<Schema>) => Promise<T>): Promise<T> {
    const current = connection
    const db = await current
    try {
      return await work(db)
    } catch (error) {
      // What begins no transaction has changed nothing yet.
      const isDropped = error instanceof Error && error.name === 'InvalidStateError'
      if (!isDropped || isClosed) throw error
      if (connection === current) connection = connect(name)
      return work(await connection)
    }
  }
}

function connect(name: string): Promise<IDBPDatabase<Schema>> {
  return openDB<Schema>(name, 1, {
    upgrade(fresh) {
      fresh.createObjectStore('entries', { keyPath: 'id' })
      fresh.createObjectStore('bytes')
    },
    // A later version of ours, in another tab, must not have to wait for this one.
    blocking: (_current, _blocked, event) => (event.target as IDBDatabase).close(), // what `versionchange` is told to
  })
}
