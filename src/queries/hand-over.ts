import type { Query, QueryClient, QueryKey } from '@tanstack/react-query'
import { hashKey } from '@tanstack/react-query'
import type { FileEntity } from '../api/types.js'
import type { FileClient } from '../create-file-client.js'
import type { Upload } from '../uploads/upload.js'
import type { EntityFilesData } from './entity-files-query.js'
import type { PendingFiles } from './pending-relations-query.js'
import type { PortalFilesData } from './portal-files-query.js'
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
    const lists = new Map<string, QueryKey>()
    for (const upload of uploads) {
      const file = savedFileOf(upload)
      if (!file) continue
      if (upload.mode !== 'portal') {
        queryClient.setQueryData<FileEntity>(queryKeys.file(file._id), (known) => known ?? file)
      }
      for (const queryKey of listsOf(upload)) lists.set(hashKey(queryKey), queryKey)
    }
    for (const queryKey of lists.values()) void queryClient.invalidateQueries({ queryKey })
  }

  function dismissHeld({ queryKey, state }: Query): void {
    const held = queryKey[0] === queryKeys.all[0] ? idsIn(queryKey[1], state.data) : nobody
    if (held.size === 0) return
    const arrived = client.uploads.all().filter((upload) => {
      const file = savedFileOf(upload)
      return file && held.has(file._id) && listsOf(upload).some((list) => isIn(list, queryKey))
    })
    client.uploads.remove(arrived)
  }
}

/** The File entity of an upload that is done; `undefined` for any other. */
function savedFileOf({ state }: Upload): FileEntity | undefined {
  const now = state.getState()
  return now.status === 'done' && now.result.kind === 'saved' ? now.result.file : undefined
}

/** Where a saved file will be found; what waits for approval is in a list of its own. */
function listsOf({ mode, entity }: Upload): readonly QueryKey[] {
  if (!entity) return []
  // A portal lists them by entity, by words and for all entities at once.
  if (mode === 'portal') return [queryKeys.allPortalFiles]
  return [queryKeys.entityFiles(entity), queryKeys.pendingRelations(entity)]
}

/** Whether a key is that of a list, or of a part of it. */
function isIn(list: QueryKey, queryKey: QueryKey): boolean {
  return hashKey(list) === hashKey(queryKey.slice(0, list.length))
}

/** What the answer to a list holds. */
function idsIn(kind: unknown, data: unknown): ReadonlySet<string> {
  // The kind of a key says what its data is.
  switch (kind) {
    case 'entity-files':
      return toIds((data as EntityFilesData).pages.flatMap((page) => page.relations))
    case 'pending-relations':
      return toIds((data as PendingFiles).attaching)
    case 'portal-files':
      return toIds((data as PortalFilesData).pages.flatMap((page) => page.results))
    default:
      return nobody
  }
}

function toIds(files: readonly Pick<FileEntity, '_id'>[]): ReadonlySet<string> {
  return new Set(files.map(({ _id }) => _id))
}

const nobody: ReadonlySet<string> = new Set()
