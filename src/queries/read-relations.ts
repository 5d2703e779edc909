import type { RelatedFile } from '../api/types.js'
import { findRelations } from '../transfer/find-relations.js'
import type { RelationScene } from './open-list.js'

/** Reads, once for all who ask, which of some files are related, and how; what has failed is read anew. */
export function relationsReader(
  { client, entity }: RelationScene,
  files: readonly { readonly _id: string }[],
): () => Promise<ReadonlyMap<string, RelatedFile>> {
  const call = { owner: client.currentOwner() }
  const ids = files.map(({ _id }) => _id)
  let reading: ReturnType<typeof findRelations> | undefined
  return async () => {
    reading ??= findRelations(client.http, entity, ids, call)
    try {
      return await reading
    } catch (error) {
      reading = undefined
      throw error
    }
  }
}
