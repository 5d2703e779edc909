import type { Query, QueryClient } from '@tanstack/react-query'
import { hashKey } from '@tanstack/react-query'
import type { EntityRef, FileEntity, RelatedFile } from '../api/types.js'
import type { FileClient } from '../create-file-client.js'
import type { Upload } from '../uploads/upload.js'
import type { EntityFilesData } from './entity-files-query.js'
import { withFiles } from './entity-files-query.js'
import { queryKeys } from './query-keys.js'

/**
 * Lets what has arrived pass from the uploads into the server state: settled files are put into the cached lists of
 * their entities, and an upload leaves its list as soon as the cached data of its entity holds the file.
 * What settled while nobody listened is handed over first. Returns the function that ends it.
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
    if (event.type === 'updated' && event.action.type === 'success') dismissHeld(event.query)
  })
  tell(client.uploads.all())
  return () => {
    stopUploads()
    stopCache()
  }

  function tell(uploads: readonly Upload[] = settled): void {
    settled = []
    const entities = new Map<string, { entity: EntityRef; files: RelatedFile[] }>()
    for (const upload of uploads) {
      const file = savedFileOf(upload)
      if (!file) continue
      queryClient.setQueryData<FileEntity>(queryKeys.file(file._id), (known) => known ?? file)
      if (!upload.entity) continue
      const key = hashKey(queryKeys.entityFiles(upload.entity))
      const group = entities.get(key) ?? { entity: upload.entity, files: [] }
      entities.set(key, group)
      group.files.push(relate(file, upload.entity))
    }
    for (const { entity, files } of entities.values()) {
      const queryKey = queryKeys.entityFiles(entity)
      queryClient.setQueryData<EntityFilesData>(queryKey, (data) => withFiles(data, files))
      void queryClient.invalidateQueries({ queryKey })
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

/** A saved file as the list of its entity will answer it. */
export function relate(file: FileEntity, { attribute = '_files' }: EntityRef): RelatedFile {
  return { ...file, $relation: { entity_id: file._id, attribute } }
}
