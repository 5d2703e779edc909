import type { PortalSearch } from '../api/portal-types.js'
import type { EntityRef } from '../api/types.js'
import { json } from './answers.js'
import { refuseInPortal } from './portal-refusal.js'
import { isOfPortalUser, portalFiles } from './portal-user.js'
import { searchIndex } from './search-index.js'
import { sorted } from './search.js'
import type { ServerParts } from './server-parts.js'

/** `searchPortalUserEntities`: files, and the entities of the portal user where the server was told which. */
export function searchPortal(
  parts: ServerParts,
  { slug, q = '', q_fields, sort, from = 0, size = 100, filters_context = [] }: Partial<PortalSearch>,
): Response {
  if (!slug) return refuseInPortal(400, 'slug is required')
  const asked = filters_context.flatMap(toRefs)
  if (!asked.every((entity) => isOfPortalUser(parts, entity))) {
    return refuseInPortal(403, 'The user is not allowed to access this resource')
  }
  const files = () => searchIndex(parts, portalFiles(parts), ({ portalFile }) => portalFile)
  const words = q.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
  const found = (slug === 'file' ? files() : portalEntities(parts, slug))
    .filter(({ _relations }) =>
      asked.every(({ id }) => _relations?.some(({ entity_id }) => entity_id === id)),
    )
    .filter((entity) => {
      const text = textOf(entity, q_fields ?? ['_title', 'filename']).toLowerCase()
      return words.every((word) => text.includes(word))
    })
  const whole = sort ? sorted(found, sort) : found
  const results = whole.slice(from, from + Math.min(size, 1000))
  const has_more = from + results.length < found.length
  // `hits` counts this page alone.
  return json({
    results,
    hits: results.length,
    pagination: { from, size, total: found.length, has_more },
  })
}

interface Found {
  readonly _id: string
  readonly _relations?: readonly { readonly entity_id?: string }[]
}

function portalEntities({ portal, org, today }: ServerParts, slug: string): readonly Found[] {
  const now = today().toISOString()
  const own = (portal.entities ?? []).filter((entity) => entity.slug === slug)
  return own.map(({ id }) => ({
    _id: id,
    _schema: slug,
    _title: `${slug} ${id.slice(0, 8)}`,
    _org: org,
    _created_at: now,
    _updated_at: now,
  }))
}

/** An item of the context names an entity, or says `{ portal_user: true }`, which is so anyway. */
function toRefs(context: Readonly<Record<string, string | boolean>>): readonly EntityRef[] {
  return Object.entries(context).flatMap(([slug, id]) => (typeof id === 'string' ? [{ slug, id }] : []))
}

function textOf(entity: object, fields: readonly string[]): string {
  const values = new Map<string, unknown>(Object.entries(entity))
  return fields
    .map((field) => values.get(field))
    .filter((value) => typeof value === 'string')
    .join(' ')
}
