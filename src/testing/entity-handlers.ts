import type { RequestHandler } from 'msw'
import { http } from 'msw'
import type { EntityRef, EntitySearch, RelationItem } from '../api/types.js'
import { cors, json, refuse } from './answers.js'
import { schemaOf } from './entity-schemas.js'
import { isHeld, propose } from './held-relations.js'
import { reverseRelations } from './reverse-relations.js'
import { finds, isTooHard, sorted } from './search.js'
import { searchIndex } from './search-index.js'
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
    http.delete(`${entityUrl}/v1/entity/:slug/:id/relations/:attribute/:fileId`, ({ request, params }) =>
      receive('deleteRelation', request, () => unrelate(parts, refOf(params), itemOf(params))),
    ),
    http.put(`${entityUrl}/v1/entity/:slug/:id/relations/:attribute/:fileId`, ({ request, params }) =>
      receive('updateRelation', request, (body) =>
        relabel(parts, refOf(params), { ...itemOf(params), _tags: tagsOf(body) }),
      ),
    ),
    http.get(`${entityUrl}/v1/entity/:slug/:id/changesets`, ({ request, params }) =>
      receive('listChangesets', request, () =>
        json(parts.world.changesets.get(entityKey(refOf(params))) ?? {}),
      ),
    ),
    http.get(`${entityUrl}/v1/entity/schemas/:slug`, ({ request, params }) =>
      receive('getSchema', request, () => json(schemaOf(parts.world, String(params.slug)))),
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

function itemOf({ attribute, fileId }: Readonly<Record<string, unknown>>): RelationItem {
  return { entity_id: String(fileId), attribute: String(attribute) }
}

function tagsOf(body: unknown): readonly string[] {
  const { _tags = [] } = (body ?? {}) as { readonly _tags?: readonly string[] }
  return _tags
}

/** Appends, whether related already or not: nothing is documented, and so a doubled relation shows. */
function relate(parts: ServerParts, entity: EntityRef, items: readonly RelationItem[]): Response {
  const { world } = parts
  const [first] = Array.isArray(items) ? items : []
  if (!first || !items.every((item) => item.entity_id && item.attribute)) {
    return refuse(400, 'entity_id and attribute are required')
  }
  const unknown = items.find((item) => !world.files.has(item.entity_id))
  if (unknown) return refuse(404, `Entity ${unknown.entity_id} not found`)
  const key = entityKey(entity)
  const held = items.filter(({ attribute }) => isHeld(parts, entity, attribute))
  const rest = items.filter((item) => !held.includes(item))
  world.relations.set(key, [...(world.relations.get(key) ?? []), ...rest])
  for (const item of held) propose(parts, entity, item.attribute, (proposed) => [...proposed, item])
  // One item is documented where many were sent.
  return json(held.length > 0 ? { ...first, _changesets: world.changesets.get(key) } : first)
}

function unrelate(parts: ServerParts, entity: EntityRef, { attribute, entity_id }: RelationItem): Response {
  const { world } = parts
  const key = entityKey(entity)
  const related = world.relations.get(key) ?? []
  const stays = (item: RelationItem) => item.attribute !== attribute || item.entity_id !== entity_id
  if (related.every(stays)) return refuse(404, 'Relation not found')
  if (isHeld(parts, entity, attribute))
    propose(parts, entity, attribute, (items) => items.filter((item) => item.entity_id !== entity_id))
  else world.relations.set(key, related.filter(stays))
  return new Response(null, { status: 204, headers: cors })
}

/** At once, whatever the edit mode: nothing is documented of labels that wait for approval. */
function relabel({ world }: ServerParts, entity: EntityRef, relation: RelationItem): Response {
  const key = entityKey(entity)
  const related = world.relations.get(key) ?? []
  const isMeant = (item: RelationItem) =>
    item.attribute === relation.attribute && item.entity_id === relation.entity_id
  if (!related.some(isMeant)) return refuse(404, 'Relation not found')
  world.relations.set(
    key,
    related.map((item) => (isMeant(item) ? { ...item, ...relation } : item)),
  )
  return json(relation)
}

function relations(parts: ServerParts, entity: EntityRef, query: URLSearchParams): Response {
  const { world, answers } = parts
  const size = Number(query.get('size') ?? 100)
  const from = Number(query.get('from') ?? 0) * (answers.relationsFrom === 'page' ? size : 1)
  if (!(size >= 1 && size <= 1000)) return refuse(400, 'size must be between 1 and 1000')

  const found = query.get('mode') === 'reverse' ? reverseRelations(parts, entity.id, query) : related()
  return json({ hits: found.length, relations: found.slice(from, from + size) })

  function related(): readonly object[] {
    if (!(query.get('include_schemas')?.split(',') ?? ['file']).includes('file')) return []
    const isHydrated = query.get('hydrate') === 'true'
    return (world.relations.get(entityKey(entity)) ?? []).map((item) => {
      const relation = { _schema: 'file', _tags: [], ...item, reverse: false }
      return isHydrated ? { ...world.files.get(item.entity_id), $relation: relation } : relation
    })
  }
}

function search(parts: ServerParts, { q, from = 0, size = 10, sort }: Partial<EntitySearch>): Response {
  if (typeof q !== 'string') return refuse(400, 'q is required')
  if (isTooHard(q))
    return refuse(
      400,
      'createFileServer() searches by field:value and text, joined by AND; by OR only as in (a OR b)',
    )
  const known = searchIndex(parts, parts.world.files.values(), ({ file }) => file)
  const found = known.filter((file) => finds(q, file))
  const results = sort ? sorted(found, sort) : found
  return json({ hits: found.length, results: results.slice(from, from + Math.min(size, 1000)) })
}
