import { pathOf } from '../intake/path-of.js'
import type { KeptFile } from './journal-entry.js'

export function keptFileOf(file: File): KeptFile {
  const { name, type, size, lastModified } = file
  return { name, path: pathOf(file), type, sizeBytes: size, lastModified }
}

/** A file that tells all that was known of it, and has no bytes: nobody may send it. */
export function standInOf({ sizeBytes, ...kept }: KeptFile): File {
  const file = fileOf([], { ...kept, sizeBytes })
  return Object.defineProperty(file, 'size', { value: sizeBytes })
}

/** The kept bytes as the file they were. */
export function fileOf(bytes: BlobPart[], { name, path, type, lastModified }: KeptFile): File {
  const file = new File(bytes, name, { type, lastModified })
  return Object.defineProperty(file, 'relativePath', { value: path })
}
