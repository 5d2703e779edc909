import type { FileEntity } from '../api/types.js'
import { extensionOf, extensionsOf, typesOf } from './known-types.js'

/**
 * The extensions that a new version of a file may have, its own first: the file keeps its name and type, so what is in it
 * has to be of that type. Empty where the file tells nothing of it.
 */
export function versionTypes({
  filename,
  mime_type = '',
}: Pick<FileEntity, 'filename' | 'mime_type'>): readonly string[] {
  const own = extensionOf(filename)
  const same = own === '' ? extensionsOf(mime_type) : [own, ...typesOf(own).flatMap(extensionsOf)]
  return [...new Set(same)].map((extension) => `.${extension}`)
}
