import { isFileEntity } from './expect.js'
import type { Call, Http } from './http.js'
import { searchPortalUserEntities, toPortalFile } from './portal-api.js'
import type { PortalFile, PortalFileSearch, PortalSearchPage } from './portal-types.js'

/**
 * The files that the portal user may see, of one entity or of all (`searchPortalUserEntities`).
 *
 * @example
 * const { results, hasMore } = await searchPortalFiles(client.http, { entity: { slug: 'contract', id } })
 */
export async function searchPortalFiles(
  http: Http,
  { entity, text, from = 0, size = 100, sort = '_created_at:desc' }: PortalFileSearch = {},
  call?: Call,
): Promise<PortalSearchPage<PortalFile>> {
  const search = {
    slug: 'file',
    from,
    size,
    sort,
    ...(text && { q: text, q_fields: ['filename'] }),
    ...(entity && { filters_context: [{ [entity.slug]: entity.id }] }),
  }
  const page = await searchPortalUserEntities(http, search, call)
  return { ...page, results: page.results.filter(isFileEntity).map(toPortalFile) }
}
