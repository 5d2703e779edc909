import { portalFileOf } from './portal-user.js'
import type { ServerParts } from './server-parts.js'

/** Deletes a file and its relations. A search may go on finding it for a while. */
export function deleteFile(parts: Pick<ServerParts, 'world' | 'portal' | 'today'>, id: string): void {
  const { world, today } = parts
  const file = world.files.get(id)
  if (!file) return
  const portalFile = portalFileOf(parts, id)
  world.deleted.set(id, { file, portalFile, deletedAt: today().toISOString() })
  world.files.delete(id)
  for (const [entity, items] of world.relations) {
    world.relations.set(
      entity,
      items.filter(({ entity_id }) => entity_id !== id),
    )
  }
}
