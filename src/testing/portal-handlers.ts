import type { RequestHandler } from 'msw'
import { http } from 'msw'
import { json } from './answers.js'
import type { PortalOperation } from './ledger.js'
import { deleteFiles, saveFiles } from './portal-files.js'
import { previewOf } from './portal-preview.js'
import { inPortalWords, refuseInPortal } from './portal-refusal.js'
import { searchPortal } from './portal-search.js'
import { portalFileOf } from './portal-user.js'
import type { ServerParts } from './server-parts.js'

/** epilot's Customer Portal API, for one portal user. */
export function portalHandlers(parts: ServerParts): RequestHandler[] {
  const { portalUrl, portal, world } = parts
  const config = () => json(portal.config ?? {})
  return [
    http.post(`${portalUrl}/v2/portal/entity/file`, ({ request }) =>
      receive('saveEntityFile', request, (body) => saveFiles(parts, body ?? {})),
    ),
    http.delete(`${portalUrl}/v2/portal/entity/file`, ({ request }) =>
      receive('deleteEntityFile', request, (body) => deleteFiles(parts, body ?? {})),
    ),
    // The colon of the operation's name is no path parameter.
    http.post(`${portalUrl}/v2/portal/entity\\:search`, ({ request }) =>
      receive('searchPortalUserEntities', request, (body) => searchPortal(parts, body ?? {})),
    ),
    http.get(`${portalUrl}/v2/portal/user/file/:id/preview`, ({ request, params }) =>
      receive('getFilePreview', request, () => previewOf(parts, String(params.id))),
    ),
    http.post(`${portalUrl}/v2/portal/user/file/:id/downloaded`, ({ request, params }) =>
      receive('trackFileDownloaded', request, () => {
        const id = String(params.id)
        if (!portalFileOf(parts, id)) return refuseInPortal(404, 'File not found')
        world.downloaded.add(id)
        return json({ file: portalFileOf(parts, id) })
      }),
    ),
    http.get(`${portalUrl}/v2/portal/public/portal/config`, ({ request }) =>
      receive('getPublicPortalConfig', request, config),
    ),
    http.get(`${portalUrl}/v3/portal/public/portal/config`, ({ request }) =>
      receive('getPublicPortalConfig', request, config),
    ),
  ]

  async function receive(
    operation: PortalOperation,
    request: Request,
    answer: (body: unknown) => Response | Promise<Response>,
  ): Promise<Response> {
    // Not every refusal comes from here.
    return inPortalWords(await parts.receive(operation, request, answer))
  }
}
