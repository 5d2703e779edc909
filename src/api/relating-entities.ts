import { badAnswer } from './expect.js'
import type { Call, Http } from './http.js'

/** A business entity, as far as it is named. */
export interface NamedEntity {
  readonly slug: string
  readonly id: string
  /** What people call it; `undefined` where it has no name. */
  readonly title: string | undefined
}

/** The business entities that a file is attached to. */
export interface RelatingEntities {
  /** Each once, however often it has the file; the first few. */
  readonly entities: readonly NamedEntity[]
  /** How many more there are. */
  readonly moreCount: number
}

/** `getRelationsV3` the other way round: which business entities a file is attached to. */
export async function relatingEntities(http: Http, fileId: string, call?: Call): Promise<RelatingEntities> {
  const asked = [
    `exclude_schemas=${notBusiness.join(',')}`,
    `mode=reverse&hydrate=true&size=${size}`,
    // An entity can be large, and its names are all that is read.
    ...['_id', '_schema', '_title'].map((field) => `fields=${field}`),
  ]
  const path = `/v3/entity/file/${encodeURIComponent(fileId)}/relations?${asked.join('&')}`
  const body = await http({ operation: 'getRelationsV3', step: 'list', host: 'entity', path }, call)
  const { hits, relations } = (body ?? {}) as { hits?: unknown; relations?: unknown }
  if (!Array.isArray(relations)) throw badAnswer('getRelationsV3', 'list', 'relations')
  const named = new Map<string, NamedEntity>()
  for (const relation of relations) {
    const entity = namedEntity(relation)
    if (entity) named.set(entity.id, entity)
  }
  const total = typeof hits === 'number' ? hits : 0
  return { entities: [...named.values()], moreCount: Math.max(0, total - relations.length) }
}

function namedEntity(relation: unknown): NamedEntity | null {
  const { _id, _schema, _title } = (relation ?? {}) as Readonly<Record<string, unknown>>
  if (typeof _id !== 'string' || typeof _schema !== 'string' || notBusiness.includes(_schema)) return null
  return { slug: _schema, id: _id, title: typeof _title === 'string' && _title.trim() ? _title : undefined }
}

// A thumbnail belongs to its file, a picture to the journey that shows it.
const notBusiness: readonly string[] = ['file', 'journey']
const size = 10
