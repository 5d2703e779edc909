import { getFile } from '../api/file-api.js'
import type { FileEntity, FileVersion } from '../api/types.js'
import type { FindSavedCall } from './find-saved.js'

/** By what a version is known that nobody has answered for. */
export interface LostVersion {
  /** The File entity that was to get it. */
  readonly id: string
  /** The keys of the versions that the file had before. */
  readonly known: Iterable<string>
  readonly filename: string
  readonly sizeBytes: number
  /** Whether another upload is known to have made the version of this key. */
  readonly isClaimed: (key: string) => boolean
}

/** A version and the file that has it. */
export interface FoundVersion {
  readonly key: string
  readonly file: FileEntity
}

/**
 * Looks whether a save with `version_only` took effect whose answer got lost: by the versions that the file has now and
 * did not have before, since no mark of ours is written with them. `null`: none came. Throws what `getFile` throws: then
 * nobody can tell. A version of the same name and size that somebody else has added meanwhile is taken for ours.
 */
export async function findVersion(
  { id, known, filename, sizeBytes, isClaimed }: LostVersion,
  { http, owner, signal }: FindSavedCall,
): Promise<FoundVersion | null> {
  const before = new Set(known)
  const file = await getFile(http, id, { owner, signal })
  for (const version of file.versions ?? []) {
    const key = version.s3ref?.key
    if (key === undefined || before.has(key) || isClaimed(key)) continue
    if (isNamesake(version) && isAsLarge(version)) return { key, file }
  }
  return null

  /** By its own name, or that of its file: which of them a version goes by is not documented. */
  function isNamesake(version: FileVersion): boolean {
    const name = version.filename?.normalize()
    return name === undefined || name === filename.normalize() || name === file.filename.normalize()
  }

  function isAsLarge({ size_bytes = 0 }: FileVersion): boolean {
    return size_bytes === 0 || size_bytes === sizeBytes
  }
}

/** The keys of a file's versions. */
export function versionKeys({ versions = [] }: Pick<FileEntity, 'versions'>): readonly string[] {
  return versions.flatMap(({ s3ref }) => s3ref?.key ?? [])
}
