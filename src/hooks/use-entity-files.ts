'use client'
import type { UseInfiniteQueryResult } from '@tanstack/react-query'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { EntityRef } from '../api/types.js'
import type { EntityFiles } from '../queries/entity-files-query.js'
import { entityFilesQuery } from '../queries/entity-files-query.js'
import { useFileClient } from './files-provider.js'

/**
 * The files of an entity's file attribute, a page at a time, newest first among those loaded (`getRelationsV3`).
 *
 * @example
 * const { data, hasNextPage, fetchNextPage } = useEntityFiles({ slug: 'opportunity', id })
 */
export function useEntityFiles(entity: EntityRef): UseInfiniteQueryResult<EntityFiles> {
  const client = useFileClient()
  const { slug, id, attribute = '_files' } = entity
  // The same options while they name the same files, so that what they select is worked out once.
  const options = useMemo(
    () => entityFilesQuery(client, { slug, id, attribute }),
    [client, slug, id, attribute],
  )
  return useInfiniteQuery(options)
}
