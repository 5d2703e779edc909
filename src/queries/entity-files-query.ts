import type { DataTag, InfiniteData, QueryFunction } from '@tanstack/react-query'
import type { EntityRef, FileEntity, RelatedFile, RelationsPage } from '../api/types.js'
import type { FileClient } from '../create-file-client.js'
import { withChanges } from './changes-under-way.js'
import type { PageOf } from './paged-items.js'
import { queryKeys } from './query-keys.js'
import type { PageStart } from './read-page.js'
import { mostPages, readPage, startBehind } from './read-page.js'
import { retryQuery } from './retry-query.js'

/** The files of an entity, as far as they are loaded. */
export interface EntityFiles {
  /** Newest first, among those loaded. */
  readonly files: readonly RelatedFile[]
  /** How many files the entity has in all its attributes. */
  readonly hits: number
  /** How many files the attribute has, as far as can be told; not known once files of others are among the pages. */
  readonly total: number | undefined
}

/** How the pages lie in the cache. */
export type EntityFilesData = InfiniteData<RelationsPage, PageStart>

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
    initialPageParam: startBehind(0),
    queryFn: async ({ pageParam, signal }) => {
      const call = { signal, owner: client.currentOwner() }
      const relations: RelatedFile[] = []
      // Nobody can ask for one attribute alone, and the files of one may stand behind many of another.
      for (let pages = 1; ; pages++) {
        const { loaded, page } = startBehind(pageParam.loaded + relations.length)
        const answer = await readPage(client, entity, { loaded, page }, call)
        relations.push(...answer.relations)
        const isOver = answer.relations.length === 0 || loaded + answer.relations.length >= answer.hits
        if (isOver || pages === mostPages || relations.some((file) => isOf(file, attribute))) {
          return withChanges(client, entity, { hits: answer.hits, relations }, pageParam.loaded === 0)
        }
      }
    },
    getNextPageParam: (last, pages) => {
      const loaded = pages.reduce((sum, page) => sum + page.relations.length, 0)
      return last.relations.length > 0 && loaded < last.hits ? startBehind(loaded) : undefined
    },
    select: (data) => {
      const hits = data.pages[0]?.hits ?? 0
      const files = filesIn(data, attribute)
      const isOwn = data.pages.every(({ relations }) => relations.every((file) => isOf(file, attribute)))
      return { files, hits, total: isOwn ? Math.max(hits, files.length) : undefined }
    },
  }
}

/** Whether a related file is one of an attribute: all of them come in the same pages. */
export function isOf({ $relation }: RelatedFile, attribute = '_files'): boolean {
  return ($relation?.attribute ?? attribute) === attribute
}

/** Each file once, newest first: a file saved between two pages shifts the second one. */
function filesIn({ pages }: EntityFilesData, attribute: string): readonly RelatedFile[] {
  const byId = new Map<string, RelatedFile>()
  for (const { relations } of pages) {
    for (const file of relations) {
      if (isOf(file, attribute) && !byId.has(file._id)) byId.set(file._id, file)
    }
  }
  return [...byId.values()].toSorted((a, b) => byTime(b, a))
}

/** Which file was added before the other. ISO dates, which no language has to be asked about. */
export function byTime({ _created_at: a = '' }: FileEntity, { _created_at: b = '' }: FileEntity): number {
  return a === b ? 0 : a < b ? -1 : 1
}

/** The cached pages with files put in front; those already there stay as they are. */
export function withFiles(
  data: EntityFilesData | undefined,
  added: readonly RelatedFile[],
): EntityFilesData | undefined {
  const [first, ...rest] = data?.pages ?? []
  if (!data || !first) return data
  const known = new Set(data.pages.flatMap(entityPages.items).map(entityPages.keyOf))
  const fresh = added.filter((file) => !known.has(entityPages.keyOf(file)))
  if (fresh.length === 0) return data
  const pages = [{ ...first, relations: [...fresh, ...first.relations] }, ...rest]
  return { ...data, pages: pages.map((page) => ({ ...page, hits: page.hits + fresh.length })) }
}

/** How pages of an entity's files are taken apart. */
export const entityPages: PageOf<RelationsPage, RelatedFile> = {
  items: ({ relations }) => relations,
  keyOf: ({ _id, $relation }) => `${_id} ${$relation?.attribute ?? '_files'}`,
  replace: ({ hits }, relations, lessHits) => ({ hits: hits - lessHits, relations }),
}

/** The cached pages with each file as `to` makes it. */
export function mapFiles(
  data: EntityFilesData | undefined,
  to: (file: RelatedFile) => RelatedFile,
): EntityFilesData | undefined {
  if (!data) return data
  return { ...data, pages: data.pages.map((page) => ({ ...page, relations: page.relations.map(to) })) }
}

/** The labels that a file has in its relation; none, if it has none yet. */
export function labelsOf(file: FileEntity | RelatedFile): readonly string[] {
  return ('$relation' in file && file.$relation._tags) || []
}

/** A file with other labels of its relation. */
export function withLabels(file: RelatedFile, labels: readonly string[]): RelatedFile {
  return { ...file, $relation: { ...file.$relation, _tags: labels } }
}

/** The files that the cache holds of an attribute. */
export function cachedFiles(
  data: EntityFilesData | undefined,
  { attribute }: Pick<EntityRef, 'attribute'>,
): readonly RelatedFile[] {
  return data?.pages.flatMap((page) => page.relations).filter((file) => isOf(file, attribute)) ?? []
}

/** A saved file as the list of its entity answers it. */
export function relate(
  file: FileEntity,
  { attribute = '_files' }: EntityRef,
  labels: readonly string[] = [],
): RelatedFile {
  return { ...file, $relation: { entity_id: file._id, attribute, _tags: labels } }
}
