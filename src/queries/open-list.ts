import type { QueryClient } from '@tanstack/react-query'
import type { EntityRef, FileEntity, RelatedFile } from '../api/types.js'
import type { FileClient } from '../create-file-client.js'
import type { Change } from './changes-under-way.js'
import { beginChange } from './changes-under-way.js'
import type { EntityFilesData } from './entity-files-query.js'
import { cachedFiles, entityPages, isOf, mapFiles, withFiles, withLabels } from './entity-files-query.js'
import { itemsToTake, withItemsBack, withoutItems } from './paged-items.js'
import { queryKeys } from './query-keys.js'

/** Where a change is made. */
export interface RelationScene {
  readonly client: FileClient
  readonly queryClient: QueryClient
  readonly entity: EntityRef
}

/** Undoes what was done to some files, or to all of them. */
export type Revert = (ids: readonly string[]) => void

/** The cached list of an entity, while it is being changed. What is changed shows in later answers, too, until `close`. */
export interface OpenList {
  files(): readonly RelatedFile[]
  put(files: readonly RelatedFile[]): Revert
  /** What is put back stands where it stood. */
  takeOut(files: readonly Pick<FileEntity, '_id'>[]): Revert
  relabel(labels: ReadonlyMap<string, readonly string[]>): Revert
  /** The server has answered. */
  close(): void
}

/** Nothing that was asked for before the change may overwrite it. */
export async function openList({ client, queryClient, entity }: RelationScene): Promise<OpenList> {
  const queryKey = queryKeys.entityFiles(entity)
  await queryClient.cancelQueries({ queryKey })
  const read = () => queryClient.getQueryData<EntityFilesData>(queryKey)
  const change = (to: (data: EntityFilesData | undefined) => EntityFilesData | undefined) =>
    void queryClient.setQueryData<EntityFilesData>(queryKey, to)
  const ends: (() => void)[] = []
  const begin = (change: Change) => void ends.push(beginChange(client, entity, change))
  const isIn = (ids: ReadonlySet<string>) => (file: RelatedFile) =>
    ids.has(file._id) && isOf(file, entity.attribute)
  const files = () => cachedFiles(read(), entity)
  return {
    files,
    put(added) {
      const coming = new Map(added.map((file) => [file._id, file]))
      change((data) => withFiles(data, added))
      begin((page, isFirstPage) => {
        if (!isFirstPage) return page
        const there = new Set(page.map(entityPages.keyOf))
        return [...[...coming.values()].filter((file) => !there.has(entityPages.keyOf(file))), ...page]
      })
      return (ids) => {
        for (const id of ids) coming.delete(id)
        change((data) => withoutItems(data, isIn(new Set(ids)), entityPages))
      }
    },
    takeOut(files) {
      const leaving = new Set(files.map(({ _id }) => _id))
      const taken = itemsToTake(read(), isIn(leaving), entityPages)
      change((data) => withoutItems(data, isIn(leaving), entityPages))
      begin((page) => page.filter((file) => !isIn(leaving)(file)))
      return (ids) => {
        for (const id of ids) leaving.delete(id)
        const back = new Set(ids)
        const returning = taken.filter(({ item }) => back.has(item._id))
        change((data) => withItemsBack(data, returning, entityPages))
      }
    },
    relabel(labels) {
      const next = new Map(labels)
      const before = new Map(files().map((file) => [file._id, file.$relation?._tags ?? []]))
      const relabeled = (labels: ReadonlyMap<string, readonly string[]>) => (file: RelatedFile) => {
        const own = isOf(file, entity.attribute) ? labels.get(file._id) : undefined
        return own ? withLabels(file, own) : file
      }
      change((data) => mapFiles(data, relabeled(next)))
      begin((page) => page.map(relabeled(next)))
      return (ids) => {
        const meant = new Set(ids)
        const isLast = ({ _id, $relation }: RelatedFile) => $relation?._tags === next.get(_id)
        // What was changed once more since then stays so.
        const back = files().filter((file) => meant.has(file._id) && isLast(file))
        for (const id of ids) next.delete(id)
        change((data) =>
          mapFiles(data, relabeled(new Map(back.map(({ _id }) => [_id, before.get(_id) ?? []])))),
        )
      }
    },
    close: () => ends.forEach((end) => end()),
  }
}
