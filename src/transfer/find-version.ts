import { getFile } from '../api/file-api.js'
import type { FileEntity } from '../api/types.js'
import type { FindSavedCall } from './find-saved.js'

/**
 * Looks whether a save with `version_only` took effect whose answer got lost: by the versions that the file has now and
 * did not have `before`, since no mark of ours is written with them. `null`: none came. Throws what `getFile` throws:
 * then nobody can tell. A version that somebody else has added meanwhile is taken for ours, unless it has another name.
 *
 * @example
 * const before = await getFile(http, id)
 * const saved = await saveFileV2(http, version).catch(() => findVersion({ before, filename: 'plan.pdf' }, call))
 */
export async function findVersion(
  { before, filename }: { readonly before: FileEntity; readonly filename: string },
  { http, owner, signal }: FindSavedCall,
): Promise<FileEntity | null> {
  const known = new Set(before.versions?.map(({ s3ref }) => s3ref?.key))
  const now = await getFile(http, before._id, { owner, signal })
  const added = now.versions?.some(
    (version) => !known.has(version.s3ref?.key) && version.filename === filename,
  )
  return added ? now : null
}
