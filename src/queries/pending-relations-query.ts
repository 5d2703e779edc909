import type { DataTag, QueryFunction } from '@tanstack/react-query'
import type { Changesets, EditMode } from '../api/changesets.js'
import { listChangesets } from '../api/changesets.js'
import { FileError } from '../api/errors.js'
import { getFile } from '../api/file-api.js'
import type { Call } from '../api/http.js'
import { pendingRelations } from '../api/pending-relations.js'
import type { EntityRef, FileEntity } from '../api/types.js'
import type { FileClient } from '../create-file-client.js'
import { queryKeys } from './query-keys.js'
import { retryQuery } from './retry-query.js'

/** What waits to be confirmed at one attribute of an entity. */
export interface PendingFiles {
  /** Will be attached. Files that one may not see are not in it. */
  readonly attaching: readonly FileEntity[]
  /** The ids of files that are still attached and will be taken off. */
  readonly detaching: readonly string[]
  /** `approval`: a person confirms it; `external`: another system does. `direct` where nothing waits. */
  readonly editMode: EditMode
  /** When it was proposed (ISO 8601). */
  readonly askedAt: string | undefined
}

type Key = ReturnType<typeof queryKeys.pendingRelations>

/** What `pendingRelationsQuery` gives to TanStack Query. */
export interface PendingRelationsQuery {
  readonly queryKey: DataTag<Key, PendingFiles>
  readonly queryFn: QueryFunction<PendingFiles, Key>
  readonly retry: typeof retryQuery
}

/**
 * Query options for what waits for approval at one attribute of an entity (`listChangesets`), with its files.
 *
 * @example
 * const { data } = useQuery(pendingRelationsQuery(client, { slug: 'contract', id }))
 */
export function pendingRelationsQuery(client: FileClient, entity: EntityRef): PendingRelationsQuery {
  const { attribute = '_files' } = entity
  return {
    // The tag is known to types only.
    queryKey: queryKeys.pendingRelations(entity) as PendingRelationsQuery['queryKey'],
    retry: retryQuery,
    queryFn: async ({ signal }) => {
      const call = { signal, owner: client.currentOwner() }
      const changeset = (await readChangesets(client, entity, call))[attribute]
      const before = pendingRelations({ proposed_value: changeset?.previous_value }, []).attaching
      const { attaching, detaching } = pendingRelations(changeset, before)
      return {
        attaching: await readFiles(client, attaching, call),
        detaching,
        editMode: changeset?.edit_mode ?? (changeset ? 'approval' : 'direct'),
        askedAt: changeset?.created_at,
      }
    },
  }
}

async function readChangesets(client: FileClient, entity: EntityRef, call: Call): Promise<Changesets> {
  try {
    return await listChangesets(client.http, entity, call)
  } catch (error) {
    // Where nothing of the kind is known, nothing waits.
    if (error instanceof FileError && error.code === 'not-found') return {}
    throw error
  }
}

async function readFiles(client: FileClient, ids: readonly string[], call: Call): Promise<FileEntity[]> {
  const read = ids.map((id) =>
    getFile(client.http, id, call).catch((error: unknown) => {
      if (error instanceof FileError && hidden.has(error.code)) return undefined
      throw error
    }),
  )
  return (await Promise.all(read)).filter((file) => file !== undefined)
}

/** Rights may differ from file to file. */
const hidden: ReadonlySet<string> = new Set(['forbidden', 'not-found'])
