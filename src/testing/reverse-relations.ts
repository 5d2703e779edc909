import type { EntityRef, RelationItem } from '../api/types.js'
import type { ServerParts } from './server-parts.js'

/**
 * What refers to a file, hydrated or not. Of business entities only the names are known, so that is what they consist of; all
 * of that whatever `fields` say, since the document asks for it.
 */
export function reverseRelations(
  { world, org, today }: ServerParts,
  fileId: string,
  query: URLSearchParams,
): readonly object[] {
  const included = query.get('include_schemas')?.split(',')
  const excluded = query.get('exclude_schemas')?.split(',') ?? []
  const now = today().toISOString()
  return [...world.relations].flatMap(([key, items]) => {
    const { slug, id } = refOf(key)
    if (excluded.includes(slug) || (included && !included.includes(slug))) return []
    return items.filter(isOf(fileId)).map(({ attribute, _tags = [] }) => {
      const relation = { entity_id: id, _schema: slug, attribute, _tags, reverse: true }
      if (query.get('hydrate') !== 'true') return relation
      const _title = world.titles.get(key) ?? shortTitle({ slug, id })
      const dates = { _created_at: now, _updated_at: now }
      return { _id: id, _schema: slug, _org: org, _title, ...dates, $relation: relation }
    })
  })
}

function isOf(fileId: string): (item: RelationItem) => boolean {
  return ({ entity_id }) => entity_id === fileId
}

function refOf(key: string): EntityRef {
  const [slug = '', id = ''] = key.split('/')
  return { slug, id }
}

/** As in "Opportunity 3f6b2a04". */
function shortTitle({ slug, id }: EntityRef): string {
  return `${slug.charAt(0).toUpperCase()}${slug.slice(1)} ${id.slice(0, 8)}`
}
