import { listChangesets } from '../api/changesets.js'
import { getRelationsV3 } from '../api/entity-api.js'
import { FileError } from '../api/errors.js'
import type { Http } from '../api/http.js'
import { pendingRelations } from '../api/pending-relations.js'
import type { EntityRef, FileEntity } from '../api/types.js'
import type { Attached } from './attached-by.js'

/** How to ask epilot. */
interface FindRelationCall {
  readonly http: Http
  readonly owner: string | undefined
  readonly signal: AbortSignal
}

/** Looks what became of a relation whose answer got lost; `null`: there is none. */
export async function findRelation(
  entity: EntityRef,
  { _id }: FileEntity,
  { http, ...call }: FindRelationCall,
): Promise<Attached | null> {
  const { attribute = '_files' } = entity
  return (await isAttached()) ? 'applied' : (await isProposed()) ? 'pending' : null

  /** Reads the relations page by page. */
  async function isAttached(): Promise<boolean> {
    for (let from = 0; ; from += pageSize) {
      const page = await getRelationsV3(http, entity, { from, size: pageSize }, call)
      const isHere = page.relations.some(
        (other) => other._id === _id && other.$relation.attribute === attribute,
      )
      if (isHere) return true
      if (page.relations.length === 0 || from + pageSize >= page.hits) return false
    }
  }

  /** What waits for approval is among no relations yet; asked for once more, it would be proposed twice. */
  async function isProposed(): Promise<boolean> {
    try {
      const changesets = await listChangesets(http, entity, call)
      return pendingRelations(changesets[attribute], []).attaching.includes(_id)
    } catch (cause) {
      // Where nothing of the kind is known, nothing waits.
      if (cause instanceof FileError && cause.code === 'not-found') return false
      throw cause
    }
  }
}

// The most that the API gives.
const pageSize = 1000
