import { deleteDB } from 'idb'
import { expect, it, onTestFinished } from 'vitest'
import type { JournalEntry } from '../../src/journal/journal-entry.js'
import { openIndexedDb } from '../../src/journal/indexed-db.js'

it('connects anew where the browser has dropped the connection', async () => {
  const name = crypto.randomUUID()
  onTestFinished(() => deleteDB(name))
  const store = await openIndexedDb(name)
  onTestFinished(() => store.close())
  await store.put([anEntry('one')])

  // As Safari does to pages that were in the background: this one is told to let go.
  await deleteDB(name)
  await store.put([anEntry('two')])

  expect((await store.entries()).map(({ id }) => id)).toEqual(['two'])
})

it('stays closed once it was closed', async () => {
  const name = crypto.randomUUID()
  onTestFinished(() => deleteDB(name))
  const store = await openIndexedDb(name)

  store.close()

  await expect(store.entries()).rejects.toMatchObject({ name: 'InvalidStateError' })
})

it('leaves the database to a later version of ours', async () => {
  const name = crypto.randomUUID()
  const store = await openIndexedDb(name)
  onTestFinished(() => store.close())
  const later = await new Promise<IDBDatabase>((resolve, reject) => {
    const opening = indexedDB.open(name, 99)
    opening.onsuccess = () => resolve(opening.result)
    opening.onerror = () => reject(opening.error ?? new Error('It did not open.'))
  })
  onTestFinished(async () => {
    later.close()
    await deleteDB(name)
  })

  await expect(store.entries()).rejects.toMatchObject({ name: 'VersionError' })
})

function anEntry(id: string): JournalEntry {
  const file = { name: `${id}.pdf`, path: `${id}.pdf`, type: '', sizeBytes: 1, lastModified: 0 }
  return {
    id,
    owner: 'me',
    tab: 'tab',
    scope: 's',
    mode: 'user',
    entity: undefined,
    file,
    sent: file,
    hasBytes: false,
    save: {},
    checkpoint: { reached: 'nothing' },
    isUnwanted: false,
    result: null,
    addedAt: 0,
    storedAt: null,
    changedAt: 0,
  }
}
