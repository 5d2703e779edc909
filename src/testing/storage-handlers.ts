import type { RequestHandler } from 'msw'
import { http } from 'msw'
import { cors, refuseAsS3, wrongSignature } from './answers.js'
import { keyOf } from './file-storage.js'
import type { MemoryStorage, SignedLink } from './memory-storage.js'
import type { Receive } from './receive.js'
import type { World } from './world.js'

export interface StorageHandlerParts {
  readonly storageUrl: string
  readonly storage: MemoryStorage
  readonly receive: Receive
  readonly world: World
}

/** S3, which checks every link as strictly as the real one. */
export function storageHandlers({
  storageUrl,
  storage,
  receive,
  world,
}: StorageHandlerParts): RequestHandler[] {
  return [
    http.put(`${storageUrl}/*`, ({ request }) =>
      receive('put', request, (body) => {
        const link = check(storage, request)
        if (link instanceof Response) return link
        const contentType = request.headers.get('Content-Type') ?? ''
        if (contentType !== link.contentType) return wrongSignature()
        storage.put(link.s3ref, { body: body as Blob, contentType }) // what `receive` gives to a PUT
        return new Response(null, { status: 200, headers: cors })
      }),
    ),
    http.get(`${storageUrl}/*`, ({ request }) =>
      receive('get', request, () => {
        const { origin, pathname, search } = new URL(request.url)
        if (search === '') return publicObject(storage, world, `${origin}${pathname}`)
        const link = check(storage, request)
        return link instanceof Response ? link : objectOf(storage, link)
      }),
    ),
    http.options(`${storageUrl}/*`, () => {
      // The bucket lets through one header: whatever else a PUT wants to say, the browser refuses to send it.
      const allowed = {
        'Access-Control-Allow-Methods': 'GET, PUT',
        'Access-Control-Allow-Headers': 'content-type',
      }
      return new Response(null, { status: 204, headers: { ...cors, ...allowed } })
    }),
  ]
}

function check(storage: MemoryStorage, { url, method, headers }: Request): SignedLink | Response {
  if (headers.has('Authorization')) {
    return refuseAsS3(
      400,
      'InvalidArgument',
      'Only one auth mechanism allowed; only the X-Amz-Algorithm query parameter…',
    )
  }
  const stranger = [...headers.keys()].find((name) => !usual.test(name))
  if (stranger) return refuseAsS3(400, 'InvalidRequest', `The header ${stranger} is not allowed.`)
  const opened = storage.open(url)
  if (opened?.link.method !== method) return wrongSignature()
  return opened.isExpired ? refuseAsS3(403, 'AccessDenied', 'Request has expired') : opened.link
}

/** What browsers send by themselves. */
const usual =
  /^(accept|accept-.+|cache-control|connection|content-length|content-type|dnt|host|if-.+|origin|pragma|priority|range|referer|sec-.+|te|transfer-encoding|user-agent)$/

function objectOf(
  storage: MemoryStorage,
  { s3ref, contentDisposition = 'inline' }: Pick<SignedLink, 's3ref' | 'contentDisposition'>,
) {
  const object = storage.objects.get(keyOf(s3ref))
  if (!object) return refuseAsS3(404, 'NoSuchKey', 'The specified key does not exist.')
  const headers = { ...cors, 'Content-Type': object.contentType, 'Content-Disposition': contentDisposition }
  return new Response(object.body, { headers: { ...headers, 'Content-Length': String(object.body.size) } })
}

function publicObject(storage: MemoryStorage, { files }: World, url: string): Response {
  for (const { s3ref, access_control } of files.values()) {
    if (s3ref && access_control === 'public-read' && storage.publicUrl(s3ref) === url)
      return objectOf(storage, { s3ref })
  }
  return refuseAsS3(403, 'AccessDenied', 'Access Denied')
}

/** The preflights of epilot's APIs, for runtimes in which they reach the handlers. */
export function preflightHandlers(urls: readonly string[]): RequestHandler[] {
  return urls.map((url) =>
    http.options(`${url}/*`, ({ request }) => {
      const asked = request.headers.get('Access-Control-Request-Headers')
      const allowed = { 'Access-Control-Allow-Methods': '*', 'Access-Control-Allow-Headers': asked ?? '' }
      return new Response(null, { status: 204, headers: { ...cors, ...allowed } })
    }),
  )
}
