import type { NamedEntity, RelatingEntities } from '../api/relating-entities.js'
import { entityInWords } from './entity-in-words.js'
import type { CollectionWords } from './messages.js'
import { schemaInWords } from './schema-in-words.js'

/** What a file is attached to: "Opportunity #1043", "Emre Yıldız and 2 more"; `null` where there is no name to say. */
export function attachedInWords(
  { entities: [first, ...others], moreCount }: RelatingEntities,
  words: CollectionWords,
): string | null {
  const count = others.length + moreCount
  if (!first) return count > 0 ? null : words.notAttachedYet
  const name = nameOf(first, words)
  return count > 0 ? words.andMore(name, count) : name
}

function nameOf({ slug, id, title }: NamedEntity, { schemas }: CollectionWords): string {
  if (title === undefined) return entityInWords({ slug, id }, schemas)
  const schema = schemaInWords(slug, schemas)
  const isTold = isWho.has(slug) || title.toLowerCase().startsWith(schema.toLowerCase())
  return isTold ? title : `${schema} ${title}`
}

/** People and companies are known by their names. */
const isWho: ReadonlySet<string> = new Set(['contact', 'account'])
