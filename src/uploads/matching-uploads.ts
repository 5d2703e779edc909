import { createStore } from 'zustand/vanilla'
import type { UploadState } from '../transfer/upload-state.js'
import type { UploadChange, Uploads } from './create-uploads.js'
import type { ReadonlyStore } from './readonly-store.js'
import type { Upload } from './upload.js'

/** Some of a scope's uploads, as of now. */
export interface Matching {
  readonly count: number
  readonly has: (upload: Upload) => boolean
}

/**
 * The uploads of a scope whose state matches, kept up with each change while somebody listens. Changes when one begins or
 * ceases to match; what else happens costs one look at what has changed.
 */
export function matchingUploads(
  uploads: Uploads,
  scope: string,
  matches: (state: UploadState) => boolean,
): ReadonlyStore<Matching> {
  const found = new Set<Upload>()
  const left = new WeakSet<Upload>()
  const store = createStore(find)
  let listeners = 0
  let end = () => {}

  return {
    ...store,
    subscribe(listener) {
      if (listeners++ === 0) {
        end = uploads.onChange(follow)
        store.setState(find())
      }
      const unsubscribe = store.subscribe(listener)
      return () => {
        unsubscribe()
        if (--listeners === 0) end()
      }
    },
  }

  function find(): Matching {
    found.clear()
    for (const upload of uploads.list(scope).getState()) {
      if (matches(upload.state.getState())) found.add(upload)
    }
    return asOfNow()
  }

  function follow(changes: readonly UploadChange[]): void {
    let isOther = false
    for (const { upload, after } of changes) {
      if (upload.scope !== scope) continue
      // What was dismissed while it was under way is nobody's business any more.
      if (after === null) left.add(upload)
      const isFound = after !== null && !left.has(upload) && matches(after)
      if (isFound === found.has(upload)) continue
      isOther = true
      if (isFound) found.add(upload)
      else found.delete(upload)
    }
    if (isOther) store.setState(asOfNow())
  }

  function asOfNow(): Matching {
    return { count: found.size, has: (upload) => found.has(upload) }
  }
}
