import type { DataTag, QueryFunction } from '@tanstack/react-query'
import type { RelatingEntities } from '../api/relating-entities.js'
import { relatingEntities } from '../api/relating-entities.js'
import type { FileClient } from '../create-file-client.js'
import { Lane } from '../transfer/lane.js'
import { queryKeys } from './query-keys.js'

type Key = ReturnType<typeof queryKeys.attachedTo>

interface AttachedToQuery {
  readonly queryKey: DataTag<Key, RelatingEntities>
  readonly queryFn: QueryFunction<RelatingEntities, Key>
  readonly staleTime: number
  readonly retry: false
  readonly retryOnMount: false
  readonly refetchOnWindowFocus: false
}

/** Query options for the business entities that a file is attached to (`getRelationsV3`), a few files at a time. */
export function attachedToQuery(client: FileClient, fileId: string): AttachedToQuery {
  return {
    // The tag is known to types only.
    queryKey: queryKeys.attachedTo(fileId) as AttachedToQuery['queryKey'],
    queryFn({ signal }) {
      const owner = client.currentOwner()
      return laneOf(client).run(() => relatingEntities(client.http, fileId, { signal, owner }), signal)
    },
    staleTime: 30_000,
    // It is said beside a file, which does without: nobody waits for it, and rows that come again do not ask again.
    retry: false,
    retryOnMount: false,
    refetchOnWindowFocus: false,
  }
}

function laneOf(client: FileClient): Lane {
  const lane = lanes.get(client) ?? new Lane(atATime, client.clock)
  lanes.set(client, lane)
  return lane
}

const lanes = new WeakMap<FileClient, Lane>()
const atATime = 3
