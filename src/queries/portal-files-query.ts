import type { DataTag, InfiniteData, QueryFunction } from '@tanstack/react-query'
import type { PortalFile, PortalFileSearch, PortalSearchPage } from '../api/portal-types.js'
import { searchPortalFiles } from '../api/search-portal-files.js'
import type { FileClient } from '../create-file-client.js'
import type { PageOf } from './paged-items.js'
import { queryKeys } from './query-keys.js'
import { retryQuery } from './retry-query.js'

/** Which of the files that a portal user may see. */
export type PortalFilesOptions = Pick<PortalFileSearch, 'entity' | 'text' | 'sort'>

/** The files of a portal user, as far as they are loaded. */
export interface PortalFiles {
  readonly files: readonly PortalFile[]
  /** How many there are in all. */
  readonly hits: number
}

type Page = PortalSearchPage<PortalFile>

/** How the pages lie in the cache; each begins behind so many files. */
export type PortalFilesData = InfiniteData<Page, number>

type Key = ReturnType<typeof queryKeys.portalFiles>

/** What `portalFilesQuery` gives to TanStack Query. */
export interface PortalFilesQuery {
  readonly queryKey: DataTag<Key, PortalFilesData>
  readonly queryFn: QueryFunction<Page, Key, number>
  readonly initialPageParam: number
  readonly getNextPageParam: (last: Page, pages: readonly Page[]) => number | undefined
  readonly select: (data: PortalFilesData) => PortalFiles
  readonly retry: typeof retryQuery
}

/**
 * Query options for the files that a portal user may see, page by page (`searchPortalUserEntities`), newest first.
 *
 * @example
 * const { data } = useInfiniteQuery(portalFilesQuery(client, { entity: { slug: 'contract', id } }))
 */
export function portalFilesQuery(client: FileClient, options: PortalFilesOptions = {}): PortalFilesQuery {
  return {
    // The tag is known to types only.
    queryKey: queryKeys.portalFiles(options) as PortalFilesQuery['queryKey'],
    retry: retryQuery,
    initialPageParam: 0,
    queryFn: ({ pageParam: from, signal }) =>
      searchPortalFiles(client.http, { ...options, from }, { signal, owner: client.currentOwner() }),
    getNextPageParam: (last, pages) =>
      last.hasMore && last.results.length > 0
        ? pages.reduce((sum, { results }) => sum + results.length, 0)
        : undefined,
    select: ({ pages }) => ({ files: filesIn(pages), hits: pages[0]?.hits ?? 0 }),
  }
}

/** How pages of a portal user's files are taken apart. */
export const portalPages: PageOf<Page, PortalFile> = {
  items: ({ results }) => results,
  keyOf: ({ _id }) => _id,
  replace: (page, results, lessHits) => ({ ...page, results, hits: page.hits - lessHits }),
}

/** Each file once: one that was saved between two pages shifts the second. */
function filesIn(pages: readonly Page[]): readonly PortalFile[] {
  const byId = new Map<string, PortalFile>()
  for (const { results } of pages) {
    for (const file of results) if (!byId.has(file._id)) byId.set(file._id, file)
  }
  return [...byId.values()]
}
