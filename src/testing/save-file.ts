import type {
  FileEntity,
  FileVersion,
  S3Ref,
  SaveExternalFilePayload,
  SaveFilePayload,
} from '../api/types.js'
import type { WholeFileEntity } from './a-file-entity.js'
import { json, refuse } from './answers.js'
import { createId } from './create-id.js'
import { fileTypeOf, readableSize } from './file-kinds.js'
import { keyOf } from './file-storage.js'
import type { ServerParts } from './server-parts.js'

/** What `saveFileV2` may be asked: bytes at S3, an external file, or new attributes of an old one. */
export type SaveRequest = Partial<SaveFilePayload> &
  Partial<SaveExternalFilePayload> & { readonly _id?: string }

export interface SaveOptions {
  /** The temporary object goes once it is copied. */
  readonly deleteTemp: boolean
  /** Adds a version and leaves everything else of the entity. */
  readonly versionOnly: boolean
}

/** `saveFileV2`: the bytes move from their temporary to a permanent key, and become a version of a File entity. */
export async function saveFile(
  parts: ServerParts,
  payload: SaveRequest,
  options: SaveOptions,
): Promise<Response> {
  const { world, answers } = parts
  const { _id, s3ref: temp, custom_download_url } = payload
  const old = _id ? world.files.get(_id) : undefined
  if (_id && !old) return refuse(404, 'File entity not found')
  if (options.versionOnly && !_id) return refuse(400, 'version_only requires _id')
  if (!temp && !custom_download_url && !old)
    return refuse(400, 's3ref, source_url or custom_download_url is required')
  if (custom_download_url !== undefined && !isAddress(custom_download_url))
    return refuse(400, 'custom_download_url must be a URL')

  const savedAs = temp ? savedFrom(parts, temp) : undefined
  if (savedAs && answers.secondSave === 'same-entity') return json(savedAs, answers.saveStatus)
  const isSecond = !old && savedAs?.s3ref && answers.secondSave === 'second-entity'
  // The object stays where it is for as long as it may be saved a second time.
  const deleteTemp = options.deleteTemp && !(old && answers.secondSave === 'second-entity')

  const id = old?._id ?? createId()
  const version =
    temp &&
    (isSecond
      ? await moveIn(parts, id, savedAs.s3ref, payload, { ...options, deleteTemp: false })
      : await moveIn(parts, id, temp, payload, { ...options, deleteTemp }))
  if (temp && !version) return refuse(404, `${temp.key} does not exist`)

  const entity = withPublicUrl(parts, toEntity(parts, id, payload, { old, version, ...options }))
  world.files.set(id, entity)
  if (temp) trace(parts, temp, id)
  return json(entity, answers.saveStatus)
}

function isAddress(value: unknown): boolean {
  return typeof value === 'string' && URL.canParse(value)
}

/** The File entity that was made of a temporary object before. */
function savedFrom({ world }: ServerParts, temp: S3Ref): WholeFileEntity | undefined {
  const [first] = world.reservations.get(keyOf(temp))?.savedAs ?? []
  return first === undefined ? undefined : world.files.get(first)
}

async function moveIn(
  { storage, world, org, answers }: ServerParts,
  id: string,
  temp: S3Ref,
  payload: SaveRequest,
  { deleteTemp }: SaveOptions,
): Promise<FileVersion | undefined> {
  const size = await storage.size(temp)
  if (size === undefined) return undefined
  const reservation = world.reservations.get(keyOf(temp))
  const filename = payload.filename ?? reservation?.filename ?? 'file'
  const s3ref = { bucket: temp.bucket, key: `${org}/${id}/${createId()}/${encodeURIComponent(filename)}` }
  await storage.copy(temp, s3ref)
  if (deleteTemp) await storage.delete(temp)
  return {
    s3ref,
    filename,
    mime_type: payload.mime_type ?? reservation?.mimeType ?? 'application/octet-stream',
    ...sizes(answers.size === 'unknown' ? 0 : size),
  }
}

interface Past {
  readonly old: WholeFileEntity | undefined
  readonly version: FileVersion | undefined
  readonly versionOnly: boolean
}

function toEntity(
  { org, today }: ServerParts,
  id: string,
  payload: SaveRequest,
  { old, version, versionOnly }: Past,
) {
  const { s3ref: _temp, ...attributes } = payload
  const filename = payload.filename ?? old?.filename ?? version?.filename ?? 'file'
  const now = today().toISOString()
  const stored = version && { s3ref: version.s3ref, ...sizes(version.size_bytes ?? 0) }
  const versions = [...(version ? [version] : []), ...(old?.versions ?? [])]
  if (old && versionOnly) return { ...old, ...stored, versions, _updated_at: now } as WholeFileEntity
  const mimeType = version?.mime_type ?? old?.mime_type
  return {
    _schema: 'file',
    _org: org,
    _created_at: now,
    access_control: 'private',
    type: fileTypeOf(mimeType ?? ''),
    ...(mimeType === undefined ? sizes(0) : { mime_type: mimeType }),
    ...old,
    ...attributes,
    ...stored,
    _id: id,
    _title: filename,
    filename,
    versions,
    _updated_at: now,
  } as WholeFileEntity // of a client's attributes nothing is known but what they are called
}

/** In links, since a private file may have one too: it is refused there. */
function withPublicUrl({ publicUrl, answers }: ServerParts, file: WholeFileEntity): WholeFileEntity {
  const { public_url: _old, ...rest } = file
  const isShown = answers.publicUrl === 'always' || file.access_control === 'public-read'
  return isShown && file.s3ref ? { ...rest, public_url: publicUrl(file.s3ref) } : rest
}

function trace({ world }: ServerParts, temp: S3Ref, fileId: string): void {
  const reservation = world.reservations.get(keyOf(temp))
  if (reservation) {
    world.reservations.set(keyOf(temp), { ...reservation, savedAs: [...reservation.savedAs, fileId] })
  }
}

function sizes(size_bytes: number): Required<Pick<FileEntity, 'size_bytes' | 'readable_size'>> {
  return { size_bytes, readable_size: readableSize(size_bytes) }
}
