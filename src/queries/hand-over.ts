import type { Query, QueryClient, QueryKey } from '@tanstack/react-query'
import { hashKey } from '@tanstack/react-query'
import type { FileEntity } from '../api/types.js'
import type { FileClient } from '../create-file-client.js'
import type { UploadResult } from '../transfer/upload-state.js'
import type { Upload } from '../uploads/upload.js'
import type { EntityFilesData } from './entity-files-query.js'
import type { PendingFiles } from './pending-relations-query.js'
import type { PortalFilesData } from './portal-files-query.js'
import { countVersions, newerFile } from './newer-file.js'
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
      const file = savedOf(upload)?.file
      if (!file) continue
      // Few apps replace anything; where it does not load, the next page load does it.
      if (upload.replaces)
        import('./replaced-files.js').then(
          (it) => it.takeOffReplaced(client, queryClient, upload),
          () => {},
        )
      if (upload.mode !== 'portal') {
        queryClient.setQueryData<FileEntity>(queryKeys.file(file._id), (known) => newerFile(known, file))
      }
      const held = upload.versionOf === undefined ? [] : listsWith(file)
      for (const queryKey of [...listsOf(upload), ...held]) lists.set(hashKey(queryKey), queryKey)
    }
    for (const queryKey of lists.values()) void queryClient.invalidateQueries({ queryKey })
  }

  function dismissHeld({ queryKey, state }: Query): void {
    const held = queryKey[0] === queryKeys.all[0] ? filesIn(queryKey[1], state.data) : nobody
    if (held.size === 0) return
    const arrived = client.uploads.all().filter((upload) => {
      const saved = savedOf(upload)
      const there = saved && held.get(saved.file._id)
      return there && shows(there, saved, upload) && listsOf(upload).some((list) => isIn(list, queryKey))
    })
    client.uploads.remove(arrived)
  }

  /** Whichever entities a file belongs to: it has changed in all their lists. */
  function listsWith({ _id }: FileEntity): readonly QueryKey[] {
    const lists = queryClient.getQueryCache().findAll({ queryKey: queryKeys.allEntityFiles })
    return lists.filter(({ queryKey, state }) => filesIn(queryKey[1], state.data).has(_id)).map(keyOf)
  }
}

/** Whether a listed file is what has been uploaded: of a new version its file alone is no proof. */
function shows(there: Listed, { file, tooLate }: Saved, { versionOf }: Upload): boolean {
  // Who canceled it too late has to be told.
  return versionOf === undefined || (!tooLate && countVersions(there) >= countVersions(file))
}

function keyOf({ queryKey }: Query): QueryKey {
  return queryKey
}

type Saved = Extract<UploadResult, { readonly kind: 'saved' }>

/** What an upload ended with that is saved; `undefined` for any other. */
function savedOf({ state }: Upload): Saved | undefined {
  const now = state.getState()
  return now.status === 'done' && now.result.kind === 'saved' ? now.result : undefined
}

/** Where a saved file will be found; what waits for approval is in a list of its own. */
function listsOf({ mode, entity, versionOf }: Upload): readonly QueryKey[] {
  if (!entity) return []
  if (versionOf !== undefined) return [queryKeys.entityFiles(entity)]
  // A portal lists them by entity, by words and for all entities at once.
  if (mode === 'portal') return [queryKeys.allPortalFiles]
  return [queryKeys.entityFiles(entity), queryKeys.pendingRelations(entity)]
}

/** Whether a key is that of a list, or of a part of it. */
function isIn(list: QueryKey, queryKey: QueryKey): boolean {
  return hashKey(list) === hashKey(queryKey.slice(0, list.length))
}

/** What the answer to a list holds, by id. */
function filesIn(kind: unknown, data: unknown): ReadonlyMap<string, Listed> {
  if (data === undefined) return nobody
  // The kind of a key says what its data is.
  switch (kind) {
    case 'entity-files':
      return byId((data as EntityFilesData).pages.flatMap((page) => page.relations))
    case 'pending-relations':
      return byId((data as PendingFiles).attaching)
    case 'portal-files':
      return byId((data as PortalFilesData).pages.flatMap((page) => page.results))
    default:
      return nobody
  }
}

type Listed = Pick<FileEntity, '_id' | 'versions'>

function byId(files: readonly Listed[]): ReadonlyMap<string, Listed> {
  return new Map(files.map((file) => [file._id, file]))
}

const nobody: ReadonlyMap<string, Listed> = new Map()
