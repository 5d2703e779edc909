import type { Rolldown } from 'vite'
import { build } from 'vite'
import type { Listening } from './listen.ts'
// With .ts, since the bench runs in Node alone.
import { listen } from './listen.ts'

export interface PageOptions {
  /** Holds the index.html. */
  readonly folder: string
  /** Served beside it as they are, by name. */
  readonly scripts?: Readonly<Record<string, string>>
  readonly headers?: Readonly<Record<string, string>>
}

/** Builds a page as an app would be, in memory, and serves it. */
export async function servePage({ folder, scripts = {}, headers = {} }: PageOptions): Promise<Listening> {
  const files = new Map([...(await buildPage(folder)), ...Object.entries(scripts)])
  return listen((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://page')
    const name = pathname === '/' ? 'index.html' : pathname.slice(1)
    const content = files.get(name)
    if (content === undefined) {
      response.writeHead(404).end()
      return
    }
    const type = types[name.split('.').at(-1) ?? ''] ?? 'application/octet-stream'
    response.writeHead(200, { 'Content-Type': type, ...headers }).end(content)
  })
}

const types: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript',
  css: 'text/css',
}

async function buildPage(folder: string): Promise<ReadonlyMap<string, string | Uint8Array>> {
  const built = await build({
    root: folder,
    configFile: false,
    logLevel: 'error',
    build: { write: false, target: 'esnext', modulePreload: false },
  })
  const { output } = built as Rolldown.RolldownOutput // one output, since nothing is watched
  return new Map(output.map((file) => [file.fileName, file.type === 'chunk' ? file.code : file.source]))
}
