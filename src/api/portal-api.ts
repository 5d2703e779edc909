import { badAnswer, isFileEntity, isHttpUrl } from './expect.js'
import type { Call, Http } from './http.js'
import type {
  PortalFile,
  PortalFilePayload,
  PortalPreview,
  PortalSearch,
  PortalSearchPage,
} from './portal-types.js'
import type { EntityRef } from './types.js'

// Epilot's Customer Portal API under its official operation names. It answers to the portal user's token.

/**
 * `saveEntityFile`: makes files of bytes at S3, for an entity of the portal user. Not idempotent.
 *
 * @example
 * const [file] = await saveEntityFile(client.http, { slug: 'contract', id }, [{ filename: 'meter.jpg', s3ref }])
 */
export async function saveEntityFile(
  http: Http,
  { slug, id }: EntityRef,
  files: readonly PortalFilePayload[],
  call?: Call,
): Promise<readonly PortalFile[]> {
  const body = { entity_id: id, entity_type: slug, files }
  const answer = await http(
    { operation: 'saveEntityFile', step: 'save', host: 'portal', path: entityFile, body },
    call,
  )
  const { createdFiles } = (answer ?? {}) as { createdFiles?: unknown }
  if (!Array.isArray(createdFiles)) throw badAnswer('saveEntityFile', 'save', 'createdFiles')
  return createdFiles.filter(isFileEntity).map(toPortalFile)
}

/**
 * `deleteEntityFile`: deletes files of an entity of the portal user. Answers with the ids that are deleted.
 *
 * @example
 * await deleteEntityFile(client.http, { slug: 'contract', id }, [file._id])
 */
export async function deleteEntityFile(
  http: Http,
  { slug, id }: EntityRef,
  fileIds: readonly string[],
  call?: Call,
): Promise<readonly string[]> {
  const body = { entity_id: id, entity_type: slug, file_entity_ids: [...new Set(fileIds)] }
  const answer = await http(
    {
      operation: 'deleteEntityFile',
      step: 'delete',
      host: 'portal',
      method: 'DELETE',
      path: entityFile,
      body,
    },
    call,
  )
  const { deletedFiles } = (answer ?? {}) as { deletedFiles?: unknown }
  // The list is optional in the answer; what was accepted without one is all of it.
  return Array.isArray(deletedFiles)
    ? deletedFiles.filter((id) => typeof id === 'string')
    : body.file_entity_ids
}

/**
 * `searchPortalUserEntities`: what the portal user may see of a kind of entity.
 *
 * @example
 * const { results } = await searchPortalUserEntities(client.http, { slug: 'contract', size: 20 })
 */
export async function searchPortalUserEntities<Entity = unknown>(
  http: Http,
  search: PortalSearch,
  call?: Call,
): Promise<PortalSearchPage<Entity>> {
  const path = '/v2/portal/entity:search'
  const body = await http(
    { operation: 'searchPortalUserEntities', step: 'list', host: 'portal', path, body: search },
    call,
  )
  const { results, hits, pagination } = (body ?? {}) as PortalSearchAnswer
  if (!Array.isArray(results)) throw badAnswer('searchPortalUserEntities', 'list', 'results')
  // `hits` is documented as the length of this page.
  const total = pagination?.total ?? hits ?? results.length
  const hasMore = pagination?.has_more ?? (search.from ?? 0) + results.length < total
  // What an entity looks like is the caller's to know.
  return { hits: total, hasMore, results: results as Entity[] }
}

/**
 * `getFilePreview`: how to show a file in a portal: PDF, pictures, and Office documents as PDF.
 *
 * @example
 * const preview = await getFilePreview(client.http, file._id)
 * if (preview.kind === 'image' && !preview.requiresAuth) show(preview.url)
 */
export async function getFilePreview(http: Http, fileId: string, call?: Call): Promise<PortalPreview> {
  const path = `${userFile(fileId)}/preview`
  const body = await http({ operation: 'getFilePreview', step: 'preview', host: 'portal', path }, call)
  const { kind, url, requires_auth, download_url } = (body ?? {}) as Partial<Record<string, unknown>>
  const downloadUrl = isHttpUrl(download_url) ? download_url : undefined
  const requiresAuth = requires_auth === true
  return (kind === 'pdf' || kind === 'image') && isHttpUrl(url)
    ? { kind, url, requiresAuth, downloadUrl }
    : { kind: 'unsupported', requiresAuth, downloadUrl }
}

/**
 * `trackFileDownloaded`: tells epilot that the portal user has downloaded a file, which is then no longer new.
 *
 * @example
 * await trackFileDownloaded(client.http, file._id)
 */
export async function trackFileDownloaded(http: Http, fileId: string, call?: Call): Promise<void> {
  const path = `${userFile(fileId)}/downloaded`
  await http({ operation: 'trackFileDownloaded', step: 'update', host: 'portal', method: 'POST', path }, call)
}

/** The portal API promises a title, but no file name. */
export function toPortalFile(file: PortalFile): PortalFile {
  // The answer is only known to have an id.
  const { filename = file._title ?? file._id } = file as Partial<PortalFile>
  return { ...file, filename }
}

interface PortalSearchAnswer {
  readonly results?: unknown
  readonly hits?: number
  readonly pagination?: { readonly total?: number; readonly has_more?: boolean }
}

const entityFile = '/v2/portal/entity/file'

function userFile(id: string): string {
  return `/v2/portal/user/file/${encodeURIComponent(id)}`
}
