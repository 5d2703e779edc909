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
  /** How many more relations there are, beyond the first few. */
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
  // Beyond what was asked for, and what tells no name.
  let moreCount = typeof hits === 'number' ? Math.max(0, hits - relations.length) : 0
  for (const relation of relations) {
    const { _id: id, _schema: slug, _title: title } = (relation ?? {}) as Readonly<Record<string, unknown>>
    if (typeof slug === 'string' && notBusiness.includes(slug)) continue
    if (typeof slug !== 'string' || typeof id !== 'string') moreCount += 1
    else named.set(id, { slug, id, title: typeof title === 'string' && title.trim() ? title : undefined })
  }
  return { entities: [...named.values()], moreCount }
}

// A thumbnail belongs to its file, a picture to the journey that shows it.
const notBusiness: readonly string[] = ['file', 'journey']
const size = 10
