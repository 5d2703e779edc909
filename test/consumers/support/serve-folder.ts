import { readFile } from 'node:fs/promises'
import path from 'node:path'
import type { Listening } from '../../e2e/support/listen.js'
import { listen } from '../../e2e/support/listen.js'

/** Serves what an app was built to, under a policy that allows no more than that. */
export function serveFolder(folder: string): Promise<Listening> {
  return listen((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://page')
    const file = path.join(folder, pathname === '/' ? 'index.html' : pathname)
    readFile(file).then(
      (content) => {
        const type = types[path.extname(file)] ?? 'application/octet-stream'
        response.writeHead(200, { 'Content-Type': type, 'Content-Security-Policy': policy }).end(content)
      },
      () => response.writeHead(404).end(),
    )
  })
}

/** Even without the network: the page's epilot is in its memory. */
const policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:"

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
}
