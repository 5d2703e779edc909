import { joinTabs, tabsName } from '../journal/web-tab.js'
import type { JournalStorage } from '../journal/journal-store.js'
import type { JournalKeeper } from './keep-journal.js'

/** What of a journal is left where nothing is to be kept: tabs tell each other to forget. */
export async function hearForget({
  join = () => joinTabs(tabsName),
  onForget,
}: {
  readonly join: JournalStorage['join'] | undefined
  readonly onForget: () => void
}): Promise<JournalKeeper> {
  const tab = await join()
  const stop = tab.onNews(({ type }) => type === 'forget' && onForget())
  return {
    note() {},
    flush: async () => {},
    restore: async () => {},
    forget: async () => tab.tell({ type: 'forget' }),
    close() {
      stop()
      tab.leave()
    },
  }
}
