import type { Call } from '../api/http.js'
import { relationsPage } from '../api/relations-page.js'
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
const size = 100
/** As far as one looks for an attribute at once. */
export const mostPages = 10

/** Where the page behind so many files begins. */
export function startBehind(loaded: number): PageStart {
  return { loaded, page: Math.ceil(loaded / size) }
}

/** One page of the files that are related to an entity, whatever their attribute. */
export function readPage(
  { http }: FileClient,
  entity: EntityRef,
  start: PageStart,
  call: Call,
): Promise<RelationsPage> {
  return relationsPage(http, entity, { ...start, size }, call)
}
