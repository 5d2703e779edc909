import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import type { Listening } from '../e2e/support/listen.ts'
import { listen } from '../e2e/support/listen.ts'

export interface BenchServers {
  readonly apiUrl: string
  /** What has arrived since the last `reset`. */
  readonly counts: Readonly<Counts>
  readonly reset: () => void
  readonly close: () => Promise<void>
}

interface Counts {
  reserved: number
  stored: number
  saved: number
  preflights: number
  mostPutsAtOnce: number
}

/**
 * The File API and S3 as two origins, as quick as Node can, with a delay as of a network before each answer. What they
 * answer is just enough: what is measured is the other end.
 */
export async function serveEpilot({ latencyMs }: { latencyMs: number }): Promise<BenchServers> {
  const counts: Counts = { reserved: 0, stored: 0, saved: 0, preflights: 0, mostPutsAtOnce: 0 }
  let puts = 0

  const s3 = await listen(
    overANetwork({ PUT: storeBytes }, { 'Access-Control-Allow-Headers': 'Content-Type' }),
  )
  const api = await listen(
    overANetwork(
      { 'POST /v2/files/upload': reserve, 'POST /v2/files': save },
      // The API's preflights are the same for every file, and browsers keep them; S3's are one for each link.
      { 'Access-Control-Allow-Headers': 'Authorization, Content-Type', 'Access-Control-Max-Age': '600' },
    ),
  )
  return {
    apiUrl: api.origin,
    counts,
    reset: () =>
      void Object.assign(counts, { reserved: 0, stored: 0, saved: 0, preflights: 0, mostPutsAtOnce: 0 }),
    close: () => closeAll([s3, api]),
  }

  function reserve(): object {
    const key = `temp/${++counts.reserved}`
    const link = 'X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Expires=360&X-Amz-SignedHeaders=content-type%3Bhost'
    return { s3ref: { bucket: 'bench', key }, upload_url: `${s3.origin}/bench/${key}?${link}` }
  }

  function save(): object {
    return { _id: `file-${++counts.saved}`, _schema: 'file', filename: 'scan.pdf' }
  }

  function storeBytes(): undefined {
    counts.stored += 1
    puts -= 1
  }

  function overANetwork(
    answers: Readonly<Record<string, () => object | undefined>>,
    allowed: Readonly<Record<string, string>>,
  ): RequestListener {
    return (request, response) => {
      const { method = 'GET', url = '/' } = request
      if (method === 'PUT') counts.mostPutsAtOnce = Math.max(counts.mostPutsAtOnce, ++puts)
      request.resume().on('end', () =>
        setTimeout(() => {
          if (method === 'OPTIONS') counts.preflights += 1
          const answer = method === 'OPTIONS' ? preflight : (answers[method] ?? answers[`${method} ${url}`])
          respond(request, response, answer?.(), allowed)
        }, latencyMs),
      )
    }
  }
}

function preflight(): undefined {}

function respond(
  { headers }: IncomingMessage,
  response: ServerResponse,
  body: object | undefined,
  allowed: Readonly<Record<string, string>>,
): void {
  response.writeHead(200, {
    'Access-Control-Allow-Origin': headers.origin ?? '*',
    'Access-Control-Allow-Methods': 'GET, POST, PUT',
    ...allowed,
    ...(body && { 'Content-Type': 'application/json' }),
  })
  response.end(body && JSON.stringify(body))
}

async function closeAll(servers: readonly Listening[]): Promise<void> {
  await Promise.all(servers.map((server) => server.close()))
}
