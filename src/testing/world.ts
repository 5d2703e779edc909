import type { Changesets } from '../api/changesets.js'
import type { PortalFile } from '../api/portal-types.js'
import type { EntityRef, RelationItem, S3Ref } from '../api/types.js'
import type { ZipJob } from '../api/zip-jobs.js'
import type { WholeFileEntity } from './a-file-entity.js'
import type { WholeEntitySchema } from './entity-schemas.js'
import type { Submission } from './submission.js'

/** Everything a file server knows besides the bytes. Each thing leads to the next by its `s3ref` or id. */
export interface World {
  /** File entities by id. */
  readonly files: Map<string, WholeFileEntity>
  /** Pictures of files as epilot would draw them, by id. */
  readonly previews: Map<string, Blob>
  /** Files that were deleted, by id: a search may go on finding them for a while. */
  readonly deleted: Map<string, DeletedFile>
  /** Relation items by entity (`slug/id`), oldest first. Twice related is twice in here. */
  readonly relations: Map<string, readonly RelationItem[]>
  /** What people call business entities, by entity (`slug/id`), where that was said. */
  readonly titles: Map<string, string>
  /** Every upload that was reserved, by bucket and key of its temporary object. */
  readonly reservations: Map<string, Reservation>
  /** Entity schemas that were given, by slug. */
  readonly schemas: Map<string, WholeEntitySchema>
  /** Changes that wait to be confirmed, by entity (`slug/id`). */
  readonly changesets: Map<string, Changesets>
  /** Public journeys that were handed in, by id, oldest first. */
  readonly submissions: Map<string, Submission>
  /** Links by which anyone gets a file, by their ids. */
  readonly publicLinks: Map<string, { readonly fileId: string; readonly link: string }>
  /** What lies behind a `custom_download_url`, by that. */
  readonly external: Map<string, Blob>
  /** Archives that are being made, by the id of their job. */
  readonly zipJobs: Map<string, StartedZipJob>
  /** Ids of the files whose download the portal has told of. */
  readonly downloaded: Set<string>
}

/** A file as it was when it was deleted. */
export interface DeletedFile {
  readonly file: WholeFileEntity
  /** As the portal user saw it, if they did. */
  readonly portalFile: PortalFile | undefined
  /** ISO 8601. */
  readonly deletedAt: string
}

/** An archive that was asked for. */
export interface StartedZipJob {
  /** Of the files that are to be in it. */
  readonly ids: readonly string[]
  readonly filename: string
  readonly job: ZipJob
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
  return {
    files: new Map(),
    previews: new Map(),
    deleted: new Map(),
    relations: new Map(),
    titles: new Map(),
    reservations: new Map(),
    schemas: new Map(),
    changesets: new Map(),
    submissions: new Map(),
    publicLinks: new Map(),
    external: new Map(),
    zipJobs: new Map(),
    downloaded: new Set(),
  }
}

/** An entity as a key of `relations`. */
export function entityKey({ slug, id }: EntityRef): string {
  return `${slug}/${id}`
}
