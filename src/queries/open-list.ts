import type { QueryClient } from '@tanstack/react-query'
import type { EntityRef, FileEntity, RelatedFile } from '../api/types.js'
import type { FileClient } from '../create-file-client.js'
import type { Change } from './changes-under-way.js'
import { beginChange } from './changes-under-way.js'
import type { EntityFilesData } from './entity-files-query.js'
import {
  cachedFiles,
  entityFilesQuery,
  entityPages,
  isOf,
  labelsOf,
  mapFiles,
  withFiles,
  withLabels,
} from './entity-files-query.js'
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

/** The labels that a file gets for those it has. */
export type Relabel = (labels: readonly string[], fileId: string) => readonly string[]

/** The cached list of an entity, while it is being changed. What is changed shows in later answers, too, until `close`. */
export interface OpenList {
  files(): readonly RelatedFile[]
  /** All its pages are loaded. */
  isComplete(): boolean
  put(files: readonly RelatedFile[]): Revert
  /** What is put back stands where it stood. */
  takeOut(files: readonly Pick<FileEntity, '_id'>[]): Revert
  relabel(files: readonly Pick<FileEntity, '_id'>[], to: Relabel): Revert
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
  const { getNextPageParam } = entityFilesQuery(client, entity)
  return {
    files,
    isComplete() {
      const { pages = [] } = read() ?? {}
      const last = pages.at(-1)
      return last !== undefined && getNextPageParam(last, pages) === undefined
    },
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
    relabel(files, to) {
      const meant = new Set(files.map(({ _id }) => _id))
      const relabeled = (to: Relabel) => (file: RelatedFile) =>
        isIn(meant)(file) ? withLabels(file, to(labelsOf(file), file._id)) : file
      const backs = new Map(
        cachedFiles(read(), entity).map((file) => [
          file._id,
          wayBack(labelsOf(file), to(labelsOf(file), file._id)),
        ]),
      )
      change((data) => mapFiles(data, relabeled(to)))
      begin((page) => page.map(relabeled(to)))
      return (ids) => {
        const back = new Set(ids)
        change((data) =>
          mapFiles(
            data,
            // What was changed once more since then stays so.
            relabeled((labels, id) => (back.has(id) ? (backs.get(id)?.(labels, id) ?? labels) : labels)),
          ),
        )
        for (const id of ids) meant.delete(id)
      }
    },
    close: () => ends.forEach((end) => end()),
  }
}

/** Takes back a change of labels, and nothing of what was changed since. */
export function wayBack(before: readonly string[], after: readonly string[]): Relabel {
  return (now) => {
    const kept = now.filter((label) => before.includes(label) || !after.includes(label))
    return [...kept, ...before.filter((label) => !after.includes(label) && !now.includes(label))]
  }
}
