import type { RequestHandler } from 'msw'
import { http } from 'msw'
import { cors, json, refuse } from './answers.js'
import { createId } from './create-id.js'
import type { ServerParts } from './server-parts.js'

/** Links to files for people without a login. */
export function publicLinkHandlers({ fileUrl, receive, world, answers }: ServerParts): RequestHandler[] {
  const links = `${fileUrl}/v1/files/:id/public/links`
  const isOffered = () => answers.publicLinks === 'implemented'
  return [
    http.post(links, ({ request, params }) =>
      receive('generatePublicLink', request, () => {
        const file = world.files.get(String(params.id))
        if (!file) return refuse(404, 'File entity not found')
        const id = createId()
        const link = `${fileUrl}/v1/files/public/links/${id}/${encodeURIComponent(file.filename)}`
        world.publicLinks.set(id, { fileId: file._id, link })
        return json(link, 201)
      }),
    ),
    http.get(links, ({ request, params }) =>
      receive('listPublicLinksForFile', request, () => {
        if (!isOffered()) return refuse(501)
        const all = [...world.publicLinks].filter(([, { fileId }]) => fileId === params.id)
        return json({ results: all.map(([id, { link }]) => ({ id, link })) })
      }),
    ),
    http.delete(`${fileUrl}/v1/files/public/links/:id`, ({ request, params }) =>
      receive('revokePublicLink', request, () => {
        if (!isOffered()) return refuse(501)
        if (!world.publicLinks.delete(String(params.id))) return refuse(404, 'Public link not found')
        return new Response(null, { status: 204, headers: cors })
      }),
    ),
  ]
}
