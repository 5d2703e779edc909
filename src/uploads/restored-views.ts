import type { StoreApi } from 'zustand/vanilla'
import { createStore } from 'zustand/vanilla'
import type { ReadonlyStore } from './readonly-store.js'
import type { Interrupted, Need, RestoredSummary } from './restored-summary.js'
import { noneRestored } from './restored-summary.js'
import { afterChange, summarize } from './summarize-restored.js'
import type { Upload } from './upload.js'

/** What is shown of interrupted uploads, by scope. */
export interface RestoredViews {
  of(scope?: string): ReadonlyStore<RestoredSummary>
  /** One of them needs something else, or is over. */
  change(upload: Upload, change: { readonly from: Need; readonly to: Need | null }): void
  /** Anything may have changed. */
  update(): void
}

export function createRestoredViews(
  members: ReadonlyMap<Upload, Interrupted>,
  hidden: ReadonlySet<Upload>,
): RestoredViews {
  const stores = new Map<string | undefined, StoreApi<RestoredSummary>>()
  return {
    of(scope) {
      // Empty at first, as on a server, so that both render the same.
      const store = stores.get(scope) ?? createStore(() => noneRestored)
      if (!stores.has(scope)) store.setState(summarize(members, hidden, scope), true)
      stores.set(scope, store)
      return store
    },
    change(upload, change) {
      for (const [scope, store] of stores) {
        if (scope !== undefined && scope !== upload.scope) continue
        store.setState(afterChange(store.getState(), upload, change), true)
      }
    },
    update() {
      for (const [scope, store] of stores) store.setState(summarize(members, hidden, scope), true)
    },
  }
}
