import { badAnswer, isFileEntity } from './expect.js'
import type { Call, Http } from './http.js'
import type { AccessControl, FileAttributes, FileEntity } from './types.js'

/** What may be changed of a saved file. What is not named stays. */
export interface FileChange {
  /** With its extension; see `checkFileName`. */
  readonly filename?: string
  /** The file's own tags, all of them: what is not named goes. */
  readonly _tags?: readonly string[]
  readonly access_control?: AccessControl
}

/** The request of `saveFileV2` for a change of what is said of a file. */
export interface UpdateFilePayload extends FileAttributes {
  readonly _id: string
  readonly filename: string
}

/**
 * `saveFileV2` with the `_id` of a file and without bytes: changes what is said of it. No version comes of it. The same change
 * may be made twice.
 *
 * @example
 * const now = await getFile(client.http, id)
 * const file = await updateFile(client.http, now, { filename: 'Contract 2026.pdf' })
 */
export async function updateFile(
  http: Http,
  now: FileEntity,
  change: FileChange,
  call?: Call,
): Promise<FileEntity> {
  const body = { ...asItIs(now), ...change }
  const saved = await http({ operation: 'saveFileV2', step: 'update', path: '/v2/files', body }, call)
  if (!isFileEntity(saved)) throw badAnswer('saveFileV2', 'update', 'a File entity')
  return typeof saved.filename === 'string' ? saved : { ...saved, filename: body.filename }
}

/**
 * The official document says that `_id` updates a file, demands no other field, and says of `access_control` that it is
 * `private` by default; not what becomes of a field that is not sent. So all that it names goes back as it is. That the rest,
 * attributes of one's own schema among it, stays as it is, is proven against our fake only. An `s3ref` or a `source_url` would
 * make a version.
 */
function asItIs(now: FileEntity): UpdateFilePayload {
  const { _id, filename } = now
  const said = kept.filter((field) => !isEmpty(now[field]))
  return { ...Object.fromEntries(said.map((field) => [field, now[field]])), _id, filename }
}

/** Said of a file, it would be refused where an address is wanted. */
function isEmpty(value: unknown): boolean {
  return value === undefined || value === null || value === ''
}

const kept = [
  'access_control',
  '_tags',
  '_purpose',
  'type',
  'mime_type',
  'shared_with_end_customer',
  'custom_download_url',
  'custom_download_url_auth',
] as const
