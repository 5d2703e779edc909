import { getRelationsV3 } from './entity-api.js'
import type { Call, Http } from './http.js'
import type { EntityRef, RelationsPage } from './types.js'

/** Which page. */
interface Place {
  /** Files before it. */
  readonly loaded: number
  /** Pages before it. */
  readonly page: number
  readonly size: number
}

/** One page of the files that are related to an entity, whatever their attribute. */
export async function relationsPage(
  http: Http,
  entity: EntityRef,
  { loaded, page, size }: Place,
  call: Call,
): Promise<RelationsPage> {
  const answer = await getRelationsV3(http, entity, { from: loaded, size }, call)
  if (page === 0 || answer.relations.length > 0 || answer.hits <= loaded) return answer
  // `from` is documented as a page number here and as an offset elsewhere: where one finds nothing, the other does.
  return getRelationsV3(http, entity, { from: page, size }, call)
}
