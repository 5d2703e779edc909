import type { RequestHandler } from 'msw'
import { http } from 'msw'
import { cors, refuse } from './answers.js'
import type { ServerParts } from './server-parts.js'

/** epilot's file proxy: files that lie with somebody else, for who has a token. */
export function fileProxyHandlers({ fileProxyUrl, receive, world }: ServerParts): RequestHandler[] {
  return [
    http.get(`${fileProxyUrl}/*`, ({ request }) =>
      receive('file-proxy', request, () => {
        const bytes = world.external.get(request.url)
        if (!bytes) return refuse(404)
        const headers = { 'Content-Type': bytes.type, 'Content-Length': String(bytes.size) }
        return new Response(bytes, { headers: { ...cors, ...headers } })
      }),
    ),
  ]
}
