import type { EntityRef } from '../api/types.js'

/** The scope of everything that is uploaded to one attribute of one entity. */
export function entityScope({ slug, id, attribute = '_files' }: EntityRef): string {
  return `${slug}/${id}/${attribute}`
}
