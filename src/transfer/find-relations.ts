import type { Call, Http } from '../api/http.js'
import { relationsPage } from '../api/relations-page.js'
import type { EntityRef, RelatedFile } from '../api/types.js'

/** Those of some files that are related to an attribute of an entity, by their ids. Reads on until all are found. */
export async function findRelations(
  http: Http,
  entity: EntityRef,
  fileIds: readonly string[],
  call: Call,
): Promise<ReadonlyMap<string, RelatedFile>> {
  const { attribute = '_files' } = entity
  const missing = new Set(fileIds)
  const found = new Map<string, RelatedFile>()
  for (let page = 0; missing.size > 0; page++) {
    const loaded = page * size
    const { hits, relations } = await relationsPage(http, entity, { loaded, page, size }, call)
    for (const file of relations) {
      if (file.$relation.attribute === attribute && missing.delete(file._id)) found.set(file._id, file)
    }
    if (relations.length === 0 || loaded + size >= hits) break
  }
  return found
}

// The most that the API gives.
const size = 1000
