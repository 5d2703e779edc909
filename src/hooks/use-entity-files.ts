'use client'
import type { UseInfiniteQueryResult } from '@tanstack/react-query'
import { useInfiniteQuery } from '@tanstack/react-query'
import type { EntityRef } from '../api/types.js'
import type { EntityFiles } from '../queries/entity-files-query.js'
import { entityFilesQuery } from '../queries/entity-files-query.js'
import { useFileClient } from './files-provider.js'

/**
 * The files of an entity's file attribute, newest first, a page at a time (`getRelationsV3`).
 *
 * @example
 * const { data, hasNextPage, fetchNextPage } = useEntityFiles({ slug: 'opportunity', id })
 */
export function useEntityFiles(entity: EntityRef): UseInfiniteQueryResult<EntityFiles> {
  return useInfiniteQuery(entityFilesQuery(useFileClient(), entity))
}
