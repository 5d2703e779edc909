import type { RelationOutcome } from './changesets.js'
import { outcomeOf } from './changesets.js'
import { badAnswer, isFileEntity } from './expect.js'
import type { Call, Http } from './http.js'
import type {
  EntityRef,
  EntitySearch,
  EntitySearchPage,
  RelatedFile,
  RelationItem,
  RelationsPage,
} from './types.js'

// Epilot's Entity API under its official operation names.

/**
 * `addRelations`: appends to a relation attribute; what is related already stays. Answers whether that took effect or
 * waits for approval, as far as epilot says so at once; `listChangesets` tells for certain.
 *
 * @example
 * const { status } = await addRelations(client.http, { slug: 'opportunity', id }, [{ entity_id: file._id, attribute: '_files' }])
 */
export async function addRelations(
  http: Http,
  entity: EntityRef,
  items: readonly RelationItem[],
  call?: Call,
): Promise<RelationOutcome> {
  const path = `/v1${relationsOf(entity)}`
  // The answer is documented as one item where many were sent: of the items there is nothing to read from it.
  const body = await http(
    { operation: 'addRelations', step: 'attach', host: 'entity', path, body: items },
    call,
  )
  return outcomeOf(
    body,
    items.map(({ attribute }) => attribute),
  )
}

/**
 * `deleteRelation`: takes a file off the entity's attribute (`entity.attribute`, else `_files`). The file itself stays.
 *
 * @example
 * const { status } = await deleteRelation(client.http, { slug: 'opportunity', id }, file._id)
 */
export async function deleteRelation(
  http: Http,
  entity: EntityRef,
  fileId: string,
  call?: Call,
): Promise<RelationOutcome> {
  const path = relationOf(entity, fileId)
  const body = await http(
    { operation: 'deleteRelation', step: 'detach', host: 'entity', method: 'DELETE', path },
    call,
  )
  return outcomeOf(body, [attributeOf(entity)])
}

/**
 * `updateRelation`: replaces the labels of the relation between an entity and a file; not the file's own tags.
 *
 * @example
 * await updateRelation(client.http, { slug: 'opportunity', id }, file._id, { _tags: ['signed'] })
 */
export async function updateRelation(
  http: Http,
  entity: EntityRef,
  fileId: string,
  relation: { readonly _tags: readonly string[] },
  call?: Call,
): Promise<RelationOutcome> {
  const path = relationOf(entity, fileId)
  const body = await http(
    { operation: 'updateRelation', step: 'update', host: 'entity', method: 'PUT', path, body: relation },
    call,
  )
  return outcomeOf(body, [attributeOf(entity)])
}

/** Which part of a list. */
export interface PageRequest {
  readonly from: number
  /** 1 to 1000. */
  readonly size: number
}

/**
 * `getRelationsV3`: the related files, hydrated, one page.
 *
 * @example
 * const { hits, relations } = await getRelationsV3(client.http, entity, { from: 0, size: 100 })
 */
export async function getRelationsV3(
  http: Http,
  entity: EntityRef,
  { from, size }: PageRequest,
  call?: Call,
): Promise<RelationsPage> {
  const query = `hydrate=true&include_schemas=file&mode=direct&from=${from}&size=${size}`
  const path = `/v3${relationsOf(entity)}?${query}`
  const body = await http({ operation: 'getRelationsV3', step: 'list', host: 'entity', path }, call)
  const { hits, relations } = (body ?? {}) as { hits?: unknown; relations?: unknown }
  if (!Array.isArray(relations)) throw badAnswer('getRelationsV3', 'list', 'relations')
  return {
    hits: typeof hits === 'number' ? hits : relations.length,
    // Hydrated relations are File entities; the filter keeps out what is not even that.
    relations: relations.filter(isFileEntity) as RelatedFile[],
  }
}

/**
 * `searchEntities`: entities that match a query.
 *
 * @example
 * const { results } = await searchEntities<FileEntity>(client.http, { q: '_schema:file AND filename:meter' })
 */
export async function searchEntities<Entity = unknown>(
  http: Http,
  search: EntitySearch,
  call?: Call,
): Promise<EntitySearchPage<Entity>> {
  const path = '/v1/entity:search'
  const body = await http(
    { operation: 'searchEntities', step: 'list', host: 'entity', path, body: search },
    call,
  )
  const { hits, results } = (body ?? {}) as { hits?: unknown; results?: unknown }
  if (!Array.isArray(results)) throw badAnswer('searchEntities', 'list', 'results')
  // What an entity looks like is the caller's to know.
  return { hits: typeof hits === 'number' ? hits : results.length, results: results as Entity[] }
}

function relationOf(entity: EntityRef, fileId: string): string {
  return `/v1${relationsOf(entity)}/${encodeURIComponent(attributeOf(entity))}/${encodeURIComponent(fileId)}`
}

function relationsOf({ slug, id }: EntityRef): string {
  return `/entity/${encodeURIComponent(slug)}/${encodeURIComponent(id)}/relations`
}

function attributeOf({ attribute = '_files' }: EntityRef): string {
  return attribute
}
