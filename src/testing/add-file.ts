import type { FileEntity } from '../api/types.js'
import { aFileEntity } from './a-file-entity.js'
import { createId } from './create-id.js'
import type { MemoryStorage } from './memory-storage.js'
import type { World } from './world.js'

export interface AddFileParts {
  readonly world: World
  readonly storage: MemoryStorage
  readonly org: string
  readonly bucket: string
}

/** What lies behind a file that is put there. */
export interface AddFileOptions {
  /** Its bytes. @default some words */
  readonly content?: BlobPart
  /** A PNG or JPEG, as epilot draws it. @default its bytes, where they are such a picture */
  readonly preview?: Blob
}

/** Puts a file there as if it had been saved long ago, with bytes that can be downloaded. */
export function addFile(
  { world, storage, org, bucket }: AddFileParts,
  overrides: Partial<FileEntity> = {},
  { content, preview }: AddFileOptions = {},
): FileEntity {
  const {
    _id = createId(),
    filename = 'document.pdf',
    mime_type: contentType = 'application/pdf',
  } = overrides
  const isExternal = overrides.custom_download_url !== undefined
  const s3ref = overrides.s3ref ?? {
    bucket,
    key: `${org}/${_id}/${createId()}/${encodeURIComponent(filename)}`,
  }
  const body = new Blob([content ?? `The content of ${filename}`], { type: contentType })
  if (isExternal) world.external.set(String(overrides.custom_download_url), body)
  else storage.put(s3ref, { body, contentType })

  const file = aFileEntity({
    _org: org,
    size_bytes: body.size,
    ...overrides,
    _id,
    ...(!isExternal && { s3ref }),
  })
  const [latest, ...older] = file.versions
  const whole = isExternal ? file : { ...file, versions: [{ ...latest, s3ref }, ...older] }
  world.files.set(_id, whole)
  if (preview) world.previews.set(_id, preview)
  return whole
}
