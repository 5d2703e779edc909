import type { FileEntity } from '../api/types.js'

/**
 * For the cache of one file: another answer, where that has more versions. `undefined` leaves what is known as it is, and as
 * old.
 */
export function newerFile(known: FileEntity | undefined, file: FileEntity): FileEntity | undefined {
  return known && countVersions(known) >= countVersions(file) ? undefined : file
}

/** How many versions a file has. */
export function countVersions({ versions = [] }: Pick<FileEntity, 'versions'>): number {
  return versions.length
}
