import type { EntityRef } from '../api/types.js'
import { schemaInWords } from './schema-in-words.js'

/** A business entity whose title is not known: "Opportunity 3f6b2a04". */
export function entityInWords({ slug, id }: EntityRef, schemas?: Readonly<Record<string, string>>): string {
  // The first part of a UUID tells it from others well enough, and can be read out.
  const short = /^[\da-f]{8}-[\da-f-]{27}$/i.test(id) ? id.slice(0, 8) : id
  return `${schemaInWords(slug, schemas)} ${short}`
}
