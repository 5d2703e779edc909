import { badAnswer, isFileEntity, isHttpUrl, isS3Ref } from './expect.js'
import type { ApiRequest, Call, Http } from './http.js'
import type {
  FileEntity,
  FileUploadLink,
  SaveExternalFilePayload,
  SaveFilePayload,
  SaveFileVersionPayload,
  UploadFilePayload,
} from './types.js'

// Epilot's File API under its official operation names, as functions, so that what an app never calls is never shipped.

/**
 * `uploadFileV2`: a presigned URL for one PUT.
 *
 * @example
 * const { s3ref, upload_url } = await uploadFileV2(client.http, { filename: 'a.pdf', mime_type: 'application/pdf' })
 */
export function uploadFileV2(http: Http, payload: UploadFilePayload, call?: Call): Promise<FileUploadLink> {
  return reserve(http, { operation: 'uploadFileV2', path: '/v2/files/upload', body: payload }, call)
}

/**
 * `uploadFilePublic`: a presigned URL without a token, for public journeys.
 *
 * @example
 * const { s3ref } = await uploadFilePublic(client.http, { filename: 'a.pdf', mime_type: 'application/pdf' })
 */
export function uploadFilePublic(
  http: Http,
  payload: UploadFilePayload,
  call?: Call,
): Promise<FileUploadLink> {
  const path = '/v1/files/public/upload'
  return reserve(http, { operation: 'uploadFilePublic', path, body: payload, authorize: false }, call)
}

/**
 * `saveFileV2`: makes a File entity of bytes that lie at S3, or of a link to a file that stays outside of epilot. Not
 * idempotent.
 *
 * @example
 * const file = await saveFileV2(client.http, { s3ref, filename: 'a.pdf', access_control: 'private' })
 * const link = await saveFileV2(client.http, { custom_download_url: 'https://…/b.pdf', filename: 'b.pdf' })
 */
export async function saveFileV2(
  http: Http,
  payload: SaveFilePayload | SaveExternalFilePayload,
  call?: Call,
): Promise<FileEntity> {
  const body = await http({ operation: 'saveFileV2', step: 'save', path: '/v2/files', body: payload }, call)
  return toFile('saveFileV2', body, payload.filename)
}

/**
 * `saveFileV2` with `version_only`: makes bytes that lie at S3 the latest version of a file, and changes nothing else of
 * it. Not idempotent.
 *
 * @example
 * const { versions } = await saveFileVersion(client.http, { _id: file._id, s3ref, filename: 'plan-2.pdf' })
 */
export async function saveFileVersion(
  http: Http,
  payload: SaveFileVersionPayload,
  call?: Call,
): Promise<FileEntity> {
  const path = '/v2/files?version_only=true'
  const body = await http({ operation: 'saveFileV2', step: 'save', path, body: payload }, call)
  return toFile('saveFileV2', body, payload.filename)
}

/**
 * `getFile`: one File entity.
 *
 * @example
 * const file = await getFile(client.http, id)
 */
export async function getFile(http: Http, id: string, call?: Call): Promise<FileEntity> {
  const path = `/v2/files/${encodeURIComponent(id)}`
  return toFile('getFile', await http({ operation: 'getFile', step: 'list', path }, call), id)
}

/**
 * `deleteFile`: deletes a File entity; epilot keeps it for a while, `purge` does not.
 *
 * @example
 * await deleteFile(client.http, file._id)
 */
export async function deleteFile(
  http: Http,
  id: string,
  { purge = false }: { readonly purge?: boolean } = {},
  call?: Call,
): Promise<void> {
  const path = `/v2/files/${encodeURIComponent(id)}${purge ? '?purge=true' : ''}`
  await http({ operation: 'deleteFile', step: 'delete', method: 'DELETE', path }, call)
}

/** Which version, and whether to download or to show it. */
export interface DownloadOptions {
  /** 0 is the latest. @default 0 */
  readonly version?: number
  /** `false` asks for a URL that shows instead of downloading. @default true */
  readonly attachment?: boolean
}

/**
 * `downloadFile`: a URL that is good for 15 minutes.
 *
 * @example
 * const url = await downloadFile(client.http, file._id, { attachment: false })
 */
export async function downloadFile(
  http: Http,
  id: string,
  { version = 0, attachment = true }: DownloadOptions = {},
  call?: Call,
): Promise<string> {
  const path = `/v1/files/${encodeURIComponent(id)}/download?version=${version}&attachment=${attachment}`
  const body = await http({ operation: 'downloadFile', step: 'download', path }, call)
  const link = (body as { download_url?: unknown } | undefined)?.download_url
  if (!isHttpUrl(link)) throw badAnswer('downloadFile', 'download', 'a download_url')
  return link
}

async function reserve(http: Http, request: Omit<ApiRequest, 'step'>, call?: Call): Promise<FileUploadLink> {
  const { operation } = request
  const body = await http({ ...request, step: 'reserve' }, call)
  const { s3ref, upload_url, error } = (body ?? {}) as Partial<FileUploadLink> & { error?: string }
  if (!isS3Ref(s3ref) || !isHttpUrl(upload_url)) {
    // uploadFilePublic can answer 201 and say inside why it failed.
    throw badAnswer(operation, 'reserve', `an s3ref and an upload_url${error ? `: ${error}` : ''}`)
  }
  return { s3ref, upload_url }
}

function toFile(operation: 'saveFileV2' | 'getFile', body: unknown, name: string): FileEntity {
  if (!isFileEntity(body))
    throw badAnswer(operation, operation === 'getFile' ? 'list' : 'save', 'a File entity')
  return typeof body.filename === 'string' ? body : { ...body, filename: name }
}
