import type { RequestHandler } from 'msw'
import { http } from 'msw'
import type { EntityRef, EntitySearch, RelationItem } from '../api/types.js'
import { json, refuse } from './answers.js'
import { finds, isTooHard, sorted } from './search.js'
import type { ServerParts } from './server-parts.js'
import { entityKey } from './world.js'

/** epilot's Entity API, as far as files need it. Any entity exists; what is related to it must be a file that does. */
export function entityHandlers(parts: ServerParts): RequestHandler[] {
  const { entityUrl, receive } = parts
  return [
    http.post(`${entityUrl}/v1/entity/:slug/:id/relations`, ({ request, params }) =>
      receive('addRelations', request, (body) =>
        relate(parts, refOf(params), body as readonly RelationItem[]),
      ),
    ),
    http.get(`${entityUrl}/v3/entity/:slug/:id/relations`, ({ request, params }) =>
      receive('getRelationsV3', request, () =>
        relations(parts, refOf(params), new URL(request.url).searchParams),
      ),
    ),
    // The colon of the operation's name is no path parameter.
    http.post(`${entityUrl}/v1/entity\\:search`, ({ request }) =>
      receive('searchEntities', request, (body) => search(parts, body ?? {})),
    ),
  ]
}

function refOf({ slug, id }: Readonly<Record<string, unknown>>): EntityRef {
  return { slug: String(slug), id: String(id) }
}

/** Appends, whether related already or not: nothing is documented, and so a doubled relation shows. */
function relate({ world }: ServerParts, entity: EntityRef, items: readonly RelationItem[]): Response {
  const [first] = Array.isArray(items) ? items : []
  if (!first || !items.every((item) => item.entity_id && item.attribute)) {
    return refuse(400, 'entity_id and attribute are required')
  }
  const unknown = items.find((item) => !world.files.has(item.entity_id))
  if (unknown) return refuse(404, `Entity ${unknown.entity_id} not found`)
  const key = entityKey(entity)
  world.relations.set(key, [...(world.relations.get(key) ?? []), ...items])
  // One item is documented where many were sent.
  return json(first)
}

function relations({ world, answers }: ServerParts, entity: EntityRef, query: URLSearchParams): Response {
  const size = Number(query.get('size') ?? 100)
  const from = Number(query.get('from') ?? 0) * (answers.relationsFrom === 'page' ? size : 1)
  if (!(size >= 1 && size <= 1000)) return refuse(400, 'size must be between 1 and 1000')

  const schemas = query.get('include_schemas')?.split(',') ?? ['file']
  // Of business entities only the names are known here, so nothing refers back to one.
  const isAsked = schemas.includes('file') && query.get('mode') !== 'reverse'
  const found = isAsked ? (world.relations.get(entityKey(entity)) ?? []) : []
  const isHydrated = query.get('hydrate') === 'true'
  const page = found.slice(from, from + size).map((item) => {
    const relation = { _schema: 'file', _tags: [], ...item, reverse: false }
    return isHydrated ? { ...world.files.get(item.entity_id), $relation: relation } : relation
  })
  return json({ hits: found.length, relations: page })
}

function search(
  { world, answers, today }: ServerParts,
  { q, from = 0, size = 10, sort }: Partial<EntitySearch>,
): Response {
  if (typeof q !== 'string') return refuse(400, 'q is required')
  if (isTooHard(q)) return refuse(400, 'createFileServer() searches by field:value and text, joined by AND')
  const indexedUntil = new Date(today().getTime() - answers.searchLagMs).toISOString()
  const found = [...world.files.values()].filter(
    (file) => finds(q, file) && (file._created_at ?? '') <= indexedUntil,
  )
  const results = sort ? sorted(found, sort) : found
  return json({ hits: found.length, results: results.slice(from, from + Math.min(size, 1000)) })
}
