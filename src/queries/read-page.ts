import { getRelationsV3 } from '../api/entity-api.js'
import type { Call } from '../api/http.js'
import type { EntityRef, RelationsPage } from '../api/types.js'
import type { FileClient } from '../create-file-client.js'

/** Where a page begins. */
export interface PageStart {
  /** Files on the pages before this one. */
  readonly loaded: number
  /** Pages of the API before this one. */
  readonly page: number
}

// What a person looks through without paging; the API allows 1000.
const pageSize = 100
/** As far as one looks for an attribute at once. */
export const mostPages = 10

/** Where the page behind so many files begins. */
export function startBehind(loaded: number): PageStart {
  return { loaded, page: Math.ceil(loaded / pageSize) }
}

/** One page of the files that are related to an entity, whatever their attribute. */
export async function readPage(
  { http }: FileClient,
  entity: EntityRef,
  { loaded, page }: PageStart,
  call: Call,
): Promise<RelationsPage> {
  const answer = await getRelationsV3(http, entity, { from: loaded, size: pageSize }, call)
  if (page === 0 || answer.relations.length > 0 || answer.hits <= loaded) return answer
  // `from` is documented as a page number here and as an offset elsewhere: where one finds nothing, the other does.
  return getRelationsV3(http, entity, { from: page, size: pageSize }, call)
}
