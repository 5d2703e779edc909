import type { FileEntity } from '../api/types.js'
import { versionTypes } from '../intake/version-types.js'
import type { Messages } from './messages.js'
import { typesInWords } from './rules-in-words.js'

/** The number that a new version of a file will have. */
export function nextVersion({ versions = [] }: Pick<FileEntity, 'versions'>): number {
  return Math.max(1, versions.length) + 1
}

/** What alone can be the next version of a file: "Only a PDF can be version 4". */
export function onlyTypeInWords(file: FileEntity, messages: Messages): string {
  const [type = ''] = versionTypes(file)
  return messages.versions.onlyType(typesInWords([type], messages), nextVersion(file))
}
