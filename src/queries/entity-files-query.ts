import type { DataTag, InfiniteData, QueryFunction } from '@tanstack/react-query'
import { getRelationsV3 } from '../api/entity-api.js'
import type { EntityRef, FileEntity, RelatedFile, RelationsPage } from '../api/types.js'
import type { FileClient } from '../create-file-client.js'
import { queryKeys } from './query-keys.js'
import { retryQuery } from './retry-query.js'

/** The files of an entity, as far as they are loaded. */
export interface EntityFiles {
  /** Newest first, among those loaded. */
  readonly files: readonly RelatedFile[]
  /** How many files the entity has in all its attributes. */
  readonly hits: number
}

/** How the pages lie in the cache. */
export type EntityFilesData = InfiniteData<RelationsPage, PageStart>

/** Where a page begins. */
export interface PageStart {
  /** Files on the pages before this one. */
  readonly loaded: number
  /** Pages before this one. */
  readonly page: number
}

type Key = ReturnType<typeof queryKeys.entityFiles>

// Written out, since the types of TanStack Query's own helper differ between its versions.
/** What `entityFilesQuery` gives to TanStack Query. */
export interface EntityFilesQuery {
  readonly queryKey: DataTag<Key, EntityFilesData>
  readonly queryFn: QueryFunction<RelationsPage, Key, PageStart>
  readonly initialPageParam: PageStart
  readonly getNextPageParam: (last: RelationsPage, pages: readonly RelationsPage[]) => PageStart | undefined
  readonly select: (data: EntityFilesData) => EntityFiles
  readonly retry: typeof retryQuery
}

/**
 * Query options for the files of an entity's file attribute, page by page (`getRelationsV3`, hydrated).
 *
 * @example
 * const { data } = useInfiniteQuery(entityFilesQuery(client, { slug: 'opportunity', id }))
 */
export function entityFilesQuery(client: FileClient, entity: EntityRef): EntityFilesQuery {
  const { attribute = '_files' } = entity
  return {
    // The tag is known to types only.
    queryKey: queryKeys.entityFiles(entity) as EntityFilesQuery['queryKey'],
    retry: retryQuery,
    initialPageParam: { loaded: 0, page: 0 },
    queryFn: async ({ pageParam: { loaded, page }, signal }) => {
      const call = { signal, owner: client.currentOwner() }
      const answer = await getRelationsV3(client.http, entity, { from: loaded, size: pageSize }, call)
      if (page === 0 || answer.relations.length > 0 || answer.hits <= loaded) return answer
      // `from` is documented as a page number here and as an offset elsewhere: where one finds nothing, the other does.
      return getRelationsV3(client.http, entity, { from: page, size: pageSize }, call)
    },
    getNextPageParam: (last, pages) => {
      const loaded = pages.reduce((sum, page) => sum + page.relations.length, 0)
      return last.relations.length > 0 && loaded < last.hits ? { loaded, page: pages.length } : undefined
    },
    select: (data) => ({ files: filesIn(data, attribute), hits: data.pages[0]?.hits ?? 0 }),
  }
}

// What a person looks through without paging; the API allows 1000.
const pageSize = 100

/** Each file once, newest first: a file saved between two pages shifts the second one. */
function filesIn({ pages }: EntityFilesData, attribute: string): readonly RelatedFile[] {
  const byId = new Map<string, RelatedFile>()
  for (const { relations } of pages) {
    for (const file of relations) {
      if ((file.$relation?.attribute ?? attribute) === attribute && !byId.has(file._id))
        byId.set(file._id, file)
    }
  }
  return [...byId.values()].toSorted((a, b) => (b._created_at ?? '').localeCompare(a._created_at ?? ''))
}

/** The cached pages with files put in front; those already there stay as they are. */
export function withFiles(
  data: EntityFilesData | undefined,
  added: readonly RelatedFile[],
): EntityFilesData | undefined {
  const [first, ...rest] = data?.pages ?? []
  if (!data || !first) return data
  const known = new Set(data.pages.flatMap((page) => page.relations.map((file) => file._id)))
  const fresh = added.filter((file) => !known.has(file._id))
  if (fresh.length === 0) return data
  return {
    ...data,
    pages: [{ hits: first.hits + fresh.length, relations: [...fresh, ...first.relations] }, ...rest],
  }
}

/** The cached pages without some files. */
export function withoutFiles(
  data: EntityFilesData | undefined,
  removed: ReadonlySet<string>,
): EntityFilesData | undefined {
  if (!data) return data
  return {
    ...data,
    pages: data.pages.map(({ hits, relations }) => {
      const kept = relations.filter((file) => !removed.has(file._id))
      return { hits: hits - (relations.length - kept.length), relations: kept }
    }),
  }
}

/** A saved file as the list of its entity answers it. */
export function relate(file: FileEntity, { attribute = '_files' }: EntityRef): RelatedFile {
  return { ...file, $relation: { entity_id: file._id, attribute } }
}
