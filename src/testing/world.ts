import type { EntityRef, RelationItem, S3Ref } from '../api/types.js'
import type { WholeFileEntity } from './a-file-entity.js'

/** Everything a file server knows besides the bytes. Each thing leads to the next by its `s3ref` or id. */
export interface World {
  /** File entities by id. */
  readonly files: Map<string, WholeFileEntity>
  /** Relation items by entity (`slug/id`), oldest first. Twice related is twice in here. */
  readonly relations: Map<string, readonly RelationItem[]>
  /** Every upload that was reserved, by bucket and key of its temporary object. */
  readonly reservations: Map<string, Reservation>
}

/** A place for bytes that was asked for. */
export interface Reservation {
  readonly s3ref: S3Ref
  readonly operation: 'uploadFileV2' | 'uploadFilePublic'
  readonly filename: string
  readonly mimeType: string
  /** Ids of the File entities that were saved from it. */
  readonly savedAs: readonly string[]
}

export function createWorld(): World {
  return { files: new Map(), relations: new Map(), reservations: new Map() }
}

/** An entity as a key of `relations`. */
export function entityKey({ slug, id }: EntityRef): string {
  return `${slug}/${id}`
}
