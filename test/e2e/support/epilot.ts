import { buffer } from 'node:stream/consumers'
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import type { FileServer, FileServerOptions } from '../../../src/testing.js'
import { createFileServer } from '../../../src/testing.js'
import type { Machine } from './listen.js'
import { listen } from './listen.js'
import { bucket } from './object-store.js'

/** epilot's File and Entity API behind real HTTP, on an origin of its own. */
export interface Epilot extends Machine {
  readonly server: FileServer
  /** Every request since the last `reset`, as it arrived: method and path. */
  readonly requests: readonly string[]
  /** With whose token each of `requests` came; `undefined` without one. */
  readonly tokens: readonly (string | undefined)[]
  /** Keeps the next call to a path waiting at the door; resolves when it stands there. */
  hold(path: string): { readonly arrived: Promise<void>; readonly release: () => void }
  /** `false` closes the connection after each answer, so that no call can fall on one that has died. */
  keepAlive: boolean
  reset(): void
}

export async function startEpilot(options: FileServerOptions): Promise<Epilot> {
  const requests: string[] = []
  const tokens: (string | undefined)[] = []
  const held = new Map<string, { readonly arrive: () => void; readonly released: Promise<void> }>()
  let answer: RequestListener = () => {}
  const listening = await listen((request, response) => answer(request, response))
  const { origin } = listening
  const urls = {
    fileUrl: origin,
    entityUrl: origin,
    submissionUrl: origin,
    portalUrl: origin,
    fileProxyUrl: `${origin}/file-proxy`,
  }
  const server = createFileServer({ ...urls, bucket, ...options })

  const epilot: Epilot = {
    ...listening,
    server,
    requests,
    tokens,
    keepAlive: true,
    hold(path) {
      const arrival = createSignal()
      const release = createSignal()
      held.set(path, { arrive: arrival.give, released: release.given })
      return { arrived: arrival.given, release: release.give }
    },
    reset() {
      server.reset()
      requests.length = tokens.length = 0
      held.clear()
      epilot.keepAlive = true
    },
  }
  answer = (request, response) => {
    requests.push(`${request.method} ${request.url}`)
    tokens.push(request.headers.authorization?.replace('Bearer ', ''))
    if (!epilot.keepAlive) response.setHeader('Connection', 'close')
    void respond(request, response)
  }
  return epilot

  async function respond(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method = 'GET', url = '/', headers } = request
    if (method === 'OPTIONS') return allow(request, response)
    const gate = held.get(url)
    held.delete(url)
    gate?.arrive()
    await gate?.released

    const body = method === 'GET' ? null : new Uint8Array(await buffer(request))
    try {
      const answered = await server.fetch(origin + url, { method, headers: plain(headers), body })
      const content = Buffer.from(await answered.arrayBuffer())
      response.writeHead(answered.status, Object.fromEntries(answered.headers)).end(content)
    } catch {
      // A fault of the network: the file server tells it as fetch would.
      request.socket.destroy()
    }
  }
}

function createSignal(): { readonly given: Promise<void>; readonly give: () => void } {
  let give = () => {}
  const given = new Promise<void>((resolve) => (give = resolve))
  return { given, give }
}

function allow(request: IncomingMessage, response: ServerResponse): void {
  response
    .writeHead(204, {
      'Access-Control-Allow-Origin': request.headers.origin ?? '',
      'Access-Control-Allow-Methods': 'GET, POST, PUT, DELETE',
      'Access-Control-Allow-Headers': 'Authorization, Content-Type',
    })
    .end()
}

/** What fetch may be told; the rest belongs to the connection. */
function plain({ authorization, 'content-type': type }: IncomingMessage['headers']): Record<string, string> {
  return { ...(authorization && { Authorization: authorization }), ...(type && { 'Content-Type': type }) }
}
