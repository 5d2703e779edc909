import { slugInWords } from './slug-in-words.js'

/** A kind of entity: as `schemas` call it, else as its slug reads. */
export function schemaInWords(slug: string, schemas?: Readonly<Record<string, string>>): string {
  const words = slugInWords(slug)
  return schemas?.[slug] ?? `${words.charAt(0).toUpperCase()}${words.slice(1)}`
}
