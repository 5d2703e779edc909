import { badAnswer, isHttpUrl } from './expect.js'
import type { Call, Http } from './http.js'

/** A link by which anyone gets a file. It works until it is revoked. */
export interface PublicLink {
  /** Names the link, not the file. */
  readonly id: string
  readonly link: string
  /** ISO 8601. */
  readonly last_accessed_at?: string
}

/**
 * `generatePublicLink`: a new link to a private file, for people without a login. Not idempotent: each call makes one more.
 *
 * @example
 * const { link } = await generatePublicLink(client.http, file._id)
 */
export async function generatePublicLink(http: Http, fileId: string, call?: Call): Promise<PublicLink> {
  const request = { operation: 'generatePublicLink', step: 'update', method: 'POST' } as const
  const link = await http({ ...request, path: linksOf(fileId) }, call)
  // The answer is the link alone, and its id is known from nothing else.
  const id = isHttpUrl(link) && /\/public\/links\/([^/?#]+)/.exec(link)?.[1]
  if (!id) throw badAnswer('generatePublicLink', 'update', 'a public link')
  return { id: decodeURIComponent(id), link }
}

/**
 * `listPublicLinksForFile`: the links to a file that work. Where epilot does not offer it yet, this fails with status 501.
 *
 * @example
 * const links = await listPublicLinksForFile(client.http, file._id)
 */
export async function listPublicLinksForFile(
  http: Http,
  fileId: string,
  call?: Call,
): Promise<readonly PublicLink[]> {
  const operation = 'listPublicLinksForFile'
  const body = await http({ operation, step: 'list', path: linksOf(fileId) }, call)
  const { results } = (body ?? {}) as { results?: unknown }
  if (!Array.isArray(results)) throw badAnswer(operation, 'list', 'results')
  return results.filter(isPublicLink)
}

/**
 * `revokePublicLink`: the link works no more. Where epilot does not offer it yet, this fails with status 501.
 *
 * @example
 * await revokePublicLink(client.http, link.id)
 */
export async function revokePublicLink(http: Http, linkId: string, call?: Call): Promise<void> {
  const path = `/v1/files/public/links/${encodeURIComponent(linkId)}`
  await http({ operation: 'revokePublicLink', step: 'update', method: 'DELETE', path }, call)
}

function linksOf(fileId: string): string {
  return `/v1/files/${encodeURIComponent(fileId)}/public/links`
}

function isPublicLink(value: unknown): value is PublicLink {
  const { id, link } = (value ?? {}) as Partial<PublicLink>
  return typeof id === 'string' && isHttpUrl(link)
}
