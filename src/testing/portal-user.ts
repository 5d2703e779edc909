import type { PortalFile } from '../api/portal-types.js'
import type { EntityRef } from '../api/types.js'
import type { WholeFileEntity } from './a-file-entity.js'
import type { ServerParts } from './server-parts.js'
import { entityKey } from './world.js'

/** Whether an entity belongs to the portal user. */
export function isOfPortalUser({ portal }: Pick<ServerParts, 'portal'>, entity: EntityRef): boolean {
  return portal.entities?.some((own) => entityKey(own) === entityKey(entity)) ?? true
}

/** The files that the portal user may see: shared with end customers, and related to an entity of theirs. */
export function portalFiles(parts: ServerParts): readonly PortalFile[] {
  return [...parts.world.files.keys()].flatMap((id) => portalFileOf(parts, id) ?? [])
}

/** One file as the portal user sees it, if they may. */
export function portalFileOf(
  parts: Pick<ServerParts, 'world' | 'portal'>,
  id: string,
): PortalFile | undefined {
  const { world } = parts
  const file = world.files.get(id)
  if (!file?.shared_with_end_customer) return undefined
  const owners = ownersOf(parts, file)
  if (owners.length === 0) return undefined
  return {
    ...file,
    ...(file._created_at && { file_date: file._created_at }),
    is_new: !world.downloaded.has(id),
    _relations: owners.map((entity) => ({
      entity_id: entity.id,
      _schema: entity.slug,
      _title: entity.slug,
    })),
  }
}

function ownersOf(
  parts: Pick<ServerParts, 'world' | 'portal'>,
  { _id }: WholeFileEntity,
): readonly EntityRef[] {
  return [...parts.world.relations]
    .filter(([, items]) => items.some(({ entity_id }) => entity_id === _id))
    .map(([key]) => toRef(key))
    .filter((entity) => isOfPortalUser(parts, entity))
}

function toRef(key: string): EntityRef {
  const [slug = '', id = ''] = key.split('/')
  return { slug, id }
}
