import type { FileEntity } from './types.js'

/** The value of a file attribute as an entity stores it. */
export interface FileRelation {
  readonly $relation: readonly FileRelationItem[]
}

/** One attached file in the value of a file attribute. */
export interface FileRelationItem {
  readonly entity_id: string
  readonly _tags: readonly string[]
}

/** What is said of the relation between the files and their entity. */
export interface FileRelationOptions {
  /**
   * The relation's labels, for all files or for each.
   * @default none
   */
  readonly tags?: readonly string[] | ((file: Pick<FileEntity, '_id'>) => readonly string[])
}

/**
 * The value of a file attribute for an entity that is yet to be created, each file once. An entity that exists takes
 * `addRelations` instead: this would replace what it holds.
 *
 * @example
 * await createEntity('opportunity', { title, _files: toFileRelation(files, { tags: ['offer'] }) })
 */
export function toFileRelation(
  files: readonly Pick<FileEntity, '_id'>[],
  { tags = [] }: FileRelationOptions = {},
): FileRelation {
  const byId = new Map(files.map((file) => [file._id, file]))
  return {
    $relation: [...byId.values()].map((file) => ({
      entity_id: file._id,
      _tags: typeof tags === 'function' ? tags(file) : tags,
    })),
  }
}
