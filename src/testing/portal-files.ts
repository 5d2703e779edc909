import { isS3Ref } from '../api/expect.js'
import type { PortalFilePayload } from '../api/portal-types.js'
import type { EntityRef, FileEntity, S3Ref } from '../api/types.js'
import { json } from './answers.js'
import { deleteFile } from './delete-file.js'
import { keyOf } from './file-storage.js'
import { refuseInPortal } from './portal-refusal.js'
import { isOfPortalUser, portalFileOf } from './portal-user.js'
import { saveFile } from './save-file.js'
import type { ServerParts } from './server-parts.js'
import { entityKey } from './world.js'

interface EntityFileRequest {
  readonly entity_id?: string
  readonly entity_type?: string
}

/** `saveEntityFile`: all of the files, or none where one of them has no bytes. */
export async function saveFiles(
  parts: ServerParts,
  body: EntityFileRequest & { readonly files?: readonly PortalFilePayload[] },
): Promise<Response> {
  const { world } = parts
  const { files } = body
  const entity = entityOf(parts, body)
  if (entity instanceof Response) return entity
  if (!Array.isArray(files) || !files.every((file) => file.filename && isS3Ref(file.s3ref))) {
    return refuseInPortal(400, 'files need a filename and an s3ref')
  }
  for (const { s3ref, filename } of files as readonly PortalFilePayload[]) {
    if (!(await isThere(parts, s3ref))) return refuseInPortal(404, `${filename} was not found`)
  }

  const createdFiles: FileEntity[] = []
  for (const { filename, s3ref } of files as readonly PortalFilePayload[]) {
    const payload = { filename, s3ref, access_control: 'private', shared_with_end_customer: true } as const
    const answer = await saveFile(parts, payload, { deleteTemp: true, versionOnly: false })
    if (!answer.ok) return answer
    const { _id } = (await answer.json()) as FileEntity
    const key = entityKey(entity)
    const item = { entity_id: _id, attribute: '_files', _schema: 'file' }
    const related = world.relations.get(key) ?? []
    if (!related.some(({ entity_id }) => entity_id === _id)) world.relations.set(key, [...related, item])
    const created = portalFileOf(parts, _id)
    if (created) createdFiles.push(created)
  }
  return json({ createdFiles }, 201)
}

/** `deleteEntityFile`: only what belongs to that entity. */
export function deleteFiles(
  parts: ServerParts,
  body: EntityFileRequest & { readonly file_entity_ids?: readonly string[] },
): Response {
  const { world } = parts
  const { file_entity_ids: ids } = body
  const entity = entityOf(parts, body)
  if (entity instanceof Response) return entity
  if (!Array.isArray(ids) || ids.length === 0) return refuseInPortal(400, 'file_entity_ids are required')

  const items = world.relations.get(entityKey(entity)) ?? []
  const isHere = (id: string) => portalFileOf(parts, id) && items.some(({ entity_id }) => entity_id === id)
  if (!ids.every(isHere)) return refuseInPortal(404, 'File not found')

  for (const id of ids) deleteFile(parts, id)
  return json({ deletedFiles: ids }, 202)
}

/** The bytes, or what was made of them before and may be saved once more. */
async function isThere({ storage, world, answers }: ServerParts, s3ref: S3Ref): Promise<boolean> {
  if ((await storage.size(s3ref)) !== undefined) return true
  const savedAs = world.reservations.get(keyOf(s3ref))?.savedAs ?? []
  return answers.secondSave !== 'not-found' && savedAs.length > 0
}

function entityOf(parts: ServerParts, { entity_id, entity_type }: EntityFileRequest): EntityRef | Response {
  if (!entity_id || !entity_type) return refuseInPortal(400, 'entity_id and entity_type are required')
  const entity = { slug: entity_type, id: entity_id }
  return isOfPortalUser(parts, entity)
    ? entity
    : refuseInPortal(403, 'The user is not allowed to access this resource')
}
