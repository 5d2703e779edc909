import type { DataTag, InfiniteData, QueryFunction } from '@tanstack/react-query'
import type { FileSearch } from '../api/search-files.js'
import { searchFiles } from '../api/search-files.js'
import type { EntitySearchPage, FileEntity } from '../api/types.js'
import type { FileClient } from '../create-file-client.js'
import { queryKeys } from './query-keys.js'
import { retryQuery } from './retry-query.js'

/** Files that were found, as far as they are loaded. */
export interface FoundFiles {
  readonly files: readonly FileEntity[]
  /** How many there are in all. */
  readonly hits: number
}

type Page = EntitySearchPage<FileEntity>
type Key = ReturnType<typeof queryKeys.foundFiles>

/** What `foundFilesQuery` gives to TanStack Query. */
export interface FoundFilesQuery {
  readonly queryKey: DataTag<Key, InfiniteData<Page, number>>
  readonly queryFn: QueryFunction<Page, Key, number>
  readonly initialPageParam: number
  readonly getNextPageParam: (last: Page, pages: readonly Page[]) => number | undefined
  readonly select: (data: InfiniteData<Page, number>) => FoundFiles
  readonly retry: typeof retryQuery
}

/** Which files to look for, page by page. */
export type FoundFilesSearch = Pick<FileSearch, 'text' | 'types' | 'tags' | 'anyOfTags'>

/**
 * Query options for saved files by what a person types, page by page (`searchEntities`), newest first; of some types and tags
 * if you say so.
 *
 * @example
 * const { data } = useInfiniteQuery(foundFilesQuery(client, 'meter 2026'))
 *
 * @example
 * const plans = useInfiniteQuery(foundFilesQuery(client, { text: 'roof', types: ['pdf', 'cad'], anyOfTags: ['Plan'] }))
 */
export function foundFilesQuery(client: FileClient, search: string | FoundFilesSearch): FoundFilesQuery {
  const { text = '', ...filter } = typeof search === 'string' ? { text: search } : search
  return {
    // The tag is known to types only.
    queryKey: queryKeys.foundFiles(text, filter) as FoundFilesQuery['queryKey'],
    retry: retryQuery,
    initialPageParam: 0,
    queryFn: ({ pageParam: from, signal }) =>
      searchFiles(
        client.http,
        { text, ...filter, from, size: pageSize },
        { signal, owner: client.currentOwner() },
      ),
    getNextPageParam: ({ hits }, pages) =>
      pages.length * pageSize < hits ? pages.length * pageSize : undefined,
    select: ({ pages }) => ({ files: filesIn(pages), hits: pages[0]?.hits ?? 0 }),
  }
}

/** Each file once: one that was saved between two pages shifts the second. */
function filesIn(pages: readonly Page[]): readonly FileEntity[] {
  const byId = new Map<string, FileEntity>()
  for (const { results } of pages) {
    for (const file of results) if (!byId.has(file._id)) byId.set(file._id, file)
  }
  return [...byId.values()]
}

const pageSize = 25
