import type { DataTag, QueryFunction } from '@tanstack/react-query'
import type { EntitySchema } from '../api/entity-schema.js'
import { getSchema } from '../api/entity-schema.js'
import type { FileClient } from '../create-file-client.js'
import { queryKeys } from './query-keys.js'
import { retryQuery } from './retry-query.js'

type Key = ReturnType<typeof queryKeys.schema>

/** What `schemaQuery` gives to TanStack Query. */
export interface SchemaQuery {
  readonly queryKey: DataTag<Key, EntitySchema>
  readonly queryFn: QueryFunction<EntitySchema, Key>
  readonly retry: typeof retryQuery
  readonly staleTime: number
}

/**
 * Query options for the schema of a kind of entity (`getSchema`). Asked for again after five minutes at the earliest:
 * schemas change when somebody configures epilot.
 *
 * @example
 * const schema = await queryClient.ensureQueryData(schemaQuery(client, 'opportunity'))
 */
export function schemaQuery(client: FileClient, slug: string): SchemaQuery {
  return {
    // The tag is known to types only.
    queryKey: queryKeys.schema(slug) as SchemaQuery['queryKey'],
    queryFn: ({ signal }) => getSchema(client.http, slug, { signal, owner: client.currentOwner() }),
    retry: retryQuery,
    staleTime: 300_000,
  }
}
