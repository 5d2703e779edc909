import type { EntityRef } from '../api/types.js'

/** A business entity whose title is not known: "Opportunity 3f6b2a04". */
export function entityInWords({ slug, id }: EntityRef): string {
  const words = slugInWords(slug)
  // The first part of a UUID tells it from others well enough, and can be read out.
  const short = /^[\da-f]{8}-[\da-f-]{27}$/i.test(id) ? id.slice(0, 8) : id
  return `${words.charAt(0).toUpperCase()}${words.slice(1)} ${short}`
}

/** What kind of entity it is: "opportunity", "gas meter". */
export function slugInWords(slug: string): string {
  return slug.replaceAll(/[_-]+/g, ' ').trim()
}
