import { openIndexedDb } from './indexed-db.js'
import type { JournalStorage } from './journal-store.js'
import { joinTabs, tabsName } from './web-tab.js'

/** The browser's own: IndexedDB, Web Locks and a BroadcastChannel, all of one origin. */
export const browserJournal: JournalStorage = {
  open: () => openIndexedDb(tabsName),
  join: () => joinTabs(tabsName),
  now: () => Date.now(),
}
