import type { EntityRef, FileEntity, S3Ref } from './types.js'

/** A file as the portal API shows it to its user. */
export interface PortalFile extends FileEntity {
  /** The date to sort by; ISO 8601. */
  readonly file_date?: string
  /** The user has not downloaded it yet. */
  readonly is_new?: boolean
  /** The entities it belongs to. */
  readonly _relations?: readonly {
    readonly entity_id?: string
    readonly _schema?: string
    readonly _title?: string
  }[]
  /** `token`: its URL answers only to the user's token. That there is nothing does not prove that epilot stores it. */
  readonly custom_download_url_auth?: 'presigned' | 'token'
}

/** Bytes at S3 that `saveEntityFile` makes a file of. */
export interface PortalFilePayload {
  readonly filename: string
  readonly s3ref: S3Ref
}

/** The request of `searchPortalUserEntities`. */
export interface PortalSearch {
  /** The kind of entity, for example `file`. */
  readonly slug: string
  /** Plain text: every word must be found. */
  readonly q?: string
  /** Where to look for the words, for example `['filename']`. */
  readonly q_fields?: readonly string[]
  /** For example `_created_at:desc`. */
  readonly sort?: string
  /** @default 0 */
  readonly from?: number
  /** At most 1000. @default 100 */
  readonly size?: number
  readonly hydrate?: boolean
  readonly fields?: readonly string[]
  /** By relation, for example `[{ contract: id }]`. */
  readonly filters_context?: readonly Readonly<Record<string, string | boolean>>[]
}

/** One page of what the portal user may see. */
export interface PortalSearchPage<Entity> {
  /** How many there are in all. */
  readonly hits: number
  readonly hasMore: boolean
  readonly results: readonly Entity[]
}

/** Which files of the portal user. */
export interface PortalFileSearch {
  /** Only those that belong to this entity. */
  readonly entity?: EntityRef
  /** Words of the name. */
  readonly text?: string
  /** @default 0 */
  readonly from?: number
  /** At most 1000. @default 100 */
  readonly size?: number
  /** @default '_created_at:desc' */
  readonly sort?: string
}

/** How a file can be shown in a portal. Its URLs live shortly: ask anew each time it is opened. */
export type PortalPreview =
  | {
      readonly kind: 'pdf' | 'image'
      readonly url: string
      /** `url` answers only to the user's token: fetch the bytes with it. */
      readonly requiresAuth: boolean
      readonly downloadUrl: string | undefined
    }
  | {
      readonly kind: 'unsupported'
      readonly url?: undefined
      readonly requiresAuth: boolean
      readonly downloadUrl: string | undefined
    }

/** A preview that is ready to be shown: by a link, or by the bytes where that link answers to the token alone. */
export type LoadedPortalPreview =
  | {
      readonly kind: 'pdf' | 'image'
      /** For the `src` of an image or a frame. */
      readonly url: string
      readonly blob?: undefined
      readonly downloadUrl: string | undefined
    }
  | {
      readonly kind: 'pdf' | 'image'
      readonly url?: undefined
      /** See `useObjectUrl`. Of the type that `kind` says, whatever the server called it. */
      readonly blob: Blob
      readonly downloadUrl: string | undefined
    }
  | {
      readonly kind: 'unsupported'
      readonly url?: undefined
      readonly blob?: undefined
      readonly downloadUrl: string | undefined
    }

/** Names a portal. */
export type PortalRef =
  | { readonly organizationId: string; readonly portalId: string }
  /** For example `END_CUSTOMER_PORTAL`. */
  | { readonly organizationId: string; readonly origin: string }

/** The public part of a portal's settings, as far as files need it. */
export interface PortalConfig {
  /** Extensions without a dot, by kind. */
  readonly allowed_file_extensions?: { readonly [Kind in PortalFileKind]?: readonly string[] }
}

/** The kinds of file that a portal's settings tell apart. */
export type PortalFileKind =
  | 'document'
  | 'image'
  | 'spreadsheet'
  | 'presentation'
  | 'audioVideo'
  | 'email'
  | 'archive'
  | 'cad'
  | 'calendar'
  | 'other'
