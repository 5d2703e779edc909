import type { IncomingMessage, ServerResponse } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Plugin } from 'vite'
import { sampleContent } from './sample-content.js'

interface StoredObject {
  readonly contentType: string
  readonly sizeBytes: number
  /** Not kept of a large file. */
  readonly body: Buffer | undefined
}

/**
 * A storage on the dev server's own origin, under `/__s3/bucket/key`. It takes bytes as slowly as the URL's
 * `bytesPerSecond` says and hands them out as a download, so that progress bars and downloads are the browser's real ones.
 */
export function fakeS3(): Plugin {
  const objects = new Map<string, StoredObject>()

  return {
    name: 'fake-s3',
    configureServer(server) {
      server.middlewares.use('/__s3/', (request, response, next) => {
        answer(objects, request, response).catch((error: unknown) => {
          // Who has aborted an upload waits for no answer.
          if (!request.destroyed) next(error)
        })
      })
    },
  }
}

type Objects = Map<string, StoredObject>

async function answer(objects: Objects, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost')
  const key = pathname.slice(1)
  const object = objects.get(key)
  switch (request.method) {
    case 'PUT': {
      // S3 refuses a second kind of authorisation.
      if (request.headers.authorization) return end(response, 400)
      const source = request.headers['x-amz-copy-source']
      const stored = typeof source === 'string' ? objects.get(source) : await receive(request, searchParams)
      if (!stored) return end(response, 404)
      objects.set(key, stored)
      forgetOldest(objects)
      return end(response, 200)
    }
    case 'HEAD':
      response.setHeader('Content-Length', object?.sizeBytes ?? 0)
      return end(response, object ? 200 : 404)
    case 'DELETE':
      objects.delete(key)
      return end(response, 204)
    default: {
      const sample = sampleContent(nameOf(key))
      const disposition = searchParams.get('response-content-disposition') ?? 'inline'
      response.setHeader('Content-Type', object?.contentType ?? sample.contentType)
      response.setHeader('Content-Disposition', disposition)
      const sizeBytes = object?.sizeBytes ?? Number(searchParams.get('bytes') ?? 0)
      response.end(object?.body ?? filledTo(sizeBytes, sample.body))
    }
  }
}

/** As many bytes as there are said to be. */
function filledTo(sizeBytes: number, content: string): Buffer {
  const bytes = Buffer.from(content)
  return Buffer.concat([bytes, Buffer.alloc(Math.max(0, sizeBytes - bytes.length), ' ')])
}

function end(response: ServerResponse, status: number): void {
  response.statusCode = status
  response.end()
}

/** Reads no faster than `bytesPerSecond`, so that the sender has to wait. */
async function receive(request: IncomingMessage, query: URLSearchParams): Promise<StoredObject> {
  const bytesPerSecond = Number(query.get('bytesPerSecond') ?? 2_000_000)
  const startedAt = performance.now()
  const chunks: Buffer[] = []
  let sizeBytes = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    sizeBytes += chunk.length
    if (sizeBytes <= maxKeptBytes) chunks.push(chunk)
    const dueAt = startedAt + (sizeBytes / bytesPerSecond) * 1000
    await sleep(Math.max(0, dueAt - performance.now()))
  }
  const body = sizeBytes <= maxKeptBytes ? Buffer.concat(chunks) : undefined
  return { contentType: request.headers['content-type'] ?? 'application/octet-stream', sizeBytes, body }
}

function forgetOldest(objects: Objects): void {
  let keptBytes = 0
  // Newest first: a Map keeps the order in which its keys came.
  for (const [key, object] of [...objects].reverse()) {
    keptBytes += object.body?.length ?? 0
    if (keptBytes > maxTotalBytes) objects.delete(key)
  }
}

function nameOf(key: string): string {
  return decodeURIComponent(decodeURIComponent(key.slice(key.lastIndexOf('/') + 1)))
}

const maxKeptBytes = 32 * 1024 * 1024
const maxTotalBytes = 128 * 1024 * 1024
