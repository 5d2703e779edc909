import type { Query, QueryClient } from '@tanstack/react-query'
import { hashKey } from '@tanstack/react-query'
import type { EntityRef, FileEntity } from '../api/types.js'
import type { FileClient } from '../create-file-client.js'
import type { Upload } from '../uploads/upload.js'
import type { EntityFilesData } from './entity-files-query.js'
import { queryKeys } from './query-keys.js'

/**
 * Lets what has arrived pass from the uploads into the server state: the list of its entity is asked for anew, and an
 * upload leaves its own list once the answer holds its file. Until then it stays in sight, so that no file is ever in
 * neither. What settled while nobody listened is handed over first. Returns the function that ends it.
 */
export function handOver(client: FileClient, queryClient: QueryClient): () => void {
  let settled: Upload[] = []

  const stopUploads = client.uploads.onChange((changes) => {
    const done = changes.filter(({ before, after }) => after?.status === 'done' && before !== after)
    // In batches, since fifty files of one call settle one after the other.
    if (done.length > 0 && settled.length === 0) queueMicrotask(() => queueMicrotask(tell))
    settled.push(...done.map(({ upload }) => upload))
  })
  const stopCache = queryClient.getQueryCache().subscribe((event) => {
    if (event.type !== 'updated' || event.action.type !== 'success') return
    // Only what the server has said: what was put into the cache by hand may be gone with the next answer.
    if (!event.action.manual) dismissHeld(event.query)
  })
  tell(client.uploads.all())
  return () => {
    stopUploads()
    stopCache()
  }

  function tell(uploads: readonly Upload[] = settled): void {
    settled = []
    const entities = new Map<string, EntityRef>()
    for (const upload of uploads) {
      const file = savedFileOf(upload)
      if (!file) continue
      queryClient.setQueryData<FileEntity>(queryKeys.file(file._id), (known) => known ?? file)
      if (upload.entity) entities.set(hashKey(queryKeys.entityFiles(upload.entity)), upload.entity)
    }
    for (const entity of entities.values()) {
      void queryClient.invalidateQueries({ queryKey: queryKeys.entityFiles(entity) })
    }
  }

  function dismissHeld({ queryKey, queryHash, state }: Query): void {
    if (queryKey[0] !== queryKeys.all[0] || queryKey[1] !== 'entity-files') return
    const data = state.data as EntityFilesData // the key says so
    const held = new Set(data.pages.flatMap((page) => page.relations.map((file) => file._id)))
    const arrived = client.uploads.all().filter((upload) => {
      const file = savedFileOf(upload)
      return (
        file &&
        held.has(file._id) &&
        upload.entity &&
        hashKey(queryKeys.entityFiles(upload.entity)) === queryHash
      )
    })
    client.uploads.remove(arrived)
  }
}

/** The File entity of an upload that is done; `undefined` for any other. */
function savedFileOf({ state }: Upload): FileEntity | undefined {
  const now = state.getState()
  return now.status === 'done' && now.result.kind === 'saved' ? now.result.file : undefined
}
