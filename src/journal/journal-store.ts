import type { UploadResult } from '../transfer/upload-state.js'
import type { JournalEntry } from './journal-entry.js'

/** Where uploads are kept so that they survive a reload, as seen from one tab. */
export interface JournalStorage {
  /** Opens what is kept. Rejects where nothing can be kept. */
  open(): Promise<JournalStore>
  /** Joins the tabs that share it. Rejects where tabs cannot tell of each other. */
  join(): Promise<Tab>
  /** The time of day (epoch milliseconds), by which things expire. */
  now(): number
}

/** What is kept. */
export interface JournalStore {
  entries(): Promise<readonly JournalEntry[]>
  /** Rejects with a `QuotaExceededError` where there is no room. */
  put(entries: readonly JournalEntry[]): Promise<void>
  /** Keeps the bytes of an entry, and the entry with them. Rejects as `put` does. */
  putBytes(entry: JournalEntry, bytes: File): Promise<void>
  bytes(id: string): Promise<File | undefined>
  dropBytes(ids: readonly string[]): Promise<void>
  remove(ids: readonly string[]): Promise<void>
  /** Gives an entry to another tab, unless somebody else was faster. Answers with the entry as it stands, or `null`. */
  claim(id: string, tabs: { readonly from: string; readonly to: string }): Promise<JournalEntry | null>
  clear(): Promise<void>
  close(): void
}

/** One tab among those that share a journal. */
export interface Tab {
  /** Unique; whoever has it is open. */
  readonly id: string
  /** The tabs that are open now. */
  open(): Promise<ReadonlySet<string>>
  /** Calls back once a tab is closed or has crashed. Returns the function that ends the waiting. */
  onGone(tab: string, listener: () => void): () => void
  /** Tells all other tabs. */
  tell(news: TabNews): void
  onNews(listener: (news: TabNews) => void): () => void
  leave(): void
}

/** What tabs tell each other. */
export type TabNews =
  /** A tab has come that may begin something. */
  | { readonly type: 'here'; readonly tab: string }
  /** An upload of the tab that tells is done, or was canceled. */
  | { readonly type: 'ended'; readonly id: string; readonly result: UploadResult | null }
  /** Somebody wants an upload of another tab canceled. */
  | { readonly type: 'cancel'; readonly id: string }
  /** Everything is to be forgotten. */
  | { readonly type: 'forget' }
