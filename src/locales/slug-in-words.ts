/** What kind of entity it is: "opportunity", "gas meter". */
export function slugInWords(slug: string): string {
  return slug.replaceAll(/[_-]+/g, ' ').trim()
}
