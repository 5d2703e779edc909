import type { InfiniteData, Query, QueryClient } from '@tanstack/react-query'
import type { EntitySearchPage, FileEntity } from '../api/types.js'
import type { EntityFilesData } from './entity-files-query.js'
import { mapFiles } from './entity-files-query.js'
import type { PendingFiles } from './pending-relations-query.js'
import { queryKeys } from './query-keys.js'

/** Makes something else of one file, wherever the cache holds it. */
export function mapCachedFile(queryClient: QueryClient, id: string, to: MapFile): void {
  for (const { queryKey, state } of queriesWith(queryClient, id)) {
    const map: MapFile = (file) => (file._id === id ? to(file) : file)
    queryClient.setQueryData(queryKey, mapped(queryKey[1], state.data, map))
  }
}

/** The file as the cache holds it, in whichever list. */
export function cachedFile(queryClient: QueryClient, id: string): FileEntity | undefined {
  for (const { queryKey, state } of queriesWith(queryClient, id)) {
    const file = filesIn(queryKey[1], state.data).find(({ _id }) => _id === id)
    if (file) return file
  }
  return undefined
}

/** What the cache has asked for that holds the file: lists, and the file by itself. */
export function queriesWith(queryClient: QueryClient, id: string): readonly Query[] {
  const all = queryClient.getQueryCache().findAll({ queryKey: queryKeys.all })
  return all.filter(({ queryKey, state }) => filesIn(queryKey[1], state.data).some((file) => file._id === id))
}

type MapFile = <File extends FileEntity>(file: File) => File
type FoundData = InfiniteData<EntitySearchPage<FileEntity>>

function filesIn(kind: unknown, data: unknown): readonly FileEntity[] {
  const files: FileEntity[] = []
  mapped(kind, data, (file) => {
    files.push(file)
    return file
  })
  return files
}

function mapped(kind: unknown, data: unknown, map: MapFile): unknown {
  if (data === undefined) return data
  // The kind of a key says what its data is.
  switch (kind) {
    case 'file':
      return map(data as FileEntity)
    case 'entity-files':
      return mapFiles(data as EntityFilesData, map)
    case 'pending-relations': {
      const pending = data as PendingFiles
      return { ...pending, attaching: pending.attaching.map(map) }
    }
    case 'found-files': {
      const found = data as FoundData
      return { ...found, pages: found.pages.map((page) => ({ ...page, results: page.results.map(map) })) }
    }
    default:
      return data
  }
}
