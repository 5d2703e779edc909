import type { EntityRef } from '../api/types.js'
import type { UploadResult } from '../transfer/upload-state.js'
import type { Upload } from '../uploads/upload.js'

/** It is saved, and nobody has sent it elsewhere or let it be. */
export function isAttached(
  result: UploadResult,
  { entity }: Upload,
  { slug, id, attribute }: EntityRef,
): result is Extract<UploadResult, { kind: 'saved' }> {
  const isHere = entity?.slug === slug && entity.id === id && entity.attribute === attribute
  return result.kind === 'saved' && !result.attach && !result.notDeleted && isHere
}
