/**
 * What epilot's APIs answer, as far as this library reads it. Hand-written and narrow on purpose: a test holds these
 * shapes against the official OpenAPI types. Unknown fields are left alone.
 */

/** Where the File API put the bytes. Opaque: pass it on exactly as it came, the key is percent-encoded already. */
export interface S3Ref {
  readonly bucket: string
  readonly key: string
}

/** Who may read the file without a token: nobody, or anyone who has its `public_url`. */
export type AccessControl = 'private' | 'public-read'

/**
 * How the server of an external file knows who may have it: by a signature that epilot puts into the address
 * (`presigned`, the default), or by the person's own token.
 */
export type ExternalAuth = 'presigned' | 'token'

/** The kinds of file that epilot tells apart. */
export type FileType =
  | 'document'
  | 'document_template'
  | 'text'
  | 'image'
  | 'video'
  | 'audio'
  | 'spreadsheet'
  | 'presentation'
  | 'font'
  | 'archive'
  | 'application'
  | 'unknown'

/** One stored version of a file. In `FileEntity.versions` index 0 is the latest. */
export interface FileVersion {
  readonly s3ref?: S3Ref
  readonly filename?: string
  /** Bytes; 0 or absent means unknown. */
  readonly size_bytes?: number
  readonly mime_type?: string
  readonly etag?: string
}

/** A saved file: the entity that `saveFileV2` and `getFile` answer with. */
export interface FileEntity {
  readonly _id: string
  readonly filename: string
  readonly _schema?: string
  readonly _title?: string
  readonly _org?: string
  readonly type?: FileType
  readonly access_control?: AccessControl
  readonly mime_type?: string
  /** Bytes; 0 or absent means unknown (external files). */
  readonly size_bytes?: number
  readonly readable_size?: string
  /** Readable by anyone only while `access_control` is `public-read`. */
  readonly public_url?: string
  /** Where the bytes of an external file lie. */
  readonly custom_download_url?: string
  /** How its server knows who may have them. */
  readonly custom_download_url_auth?: ExternalAuth
  readonly s3ref?: S3Ref
  readonly versions?: readonly FileVersion[]
  readonly _tags?: readonly string[]
  readonly _purpose?: readonly string[]
  /** ISO 8601. */
  readonly _created_at?: string
  /** ISO 8601. */
  readonly _updated_at?: string
  readonly shared_with_end_customer?: boolean
}

/** The request of `uploadFileV2` and `uploadFilePublic`. */
export interface UploadFilePayload {
  readonly filename: string
  readonly mime_type: string
}

/** The answer of `uploadFileV2` and `uploadFilePublic`, once it is known to hold both. */
export interface FileUploadLink {
  readonly s3ref: S3Ref
  /** A presigned URL for one PUT of the bytes. */
  readonly upload_url: string
}

/** What may be said of a file when it is saved (`saveFileV2`); other attributes of the file schema pass through. */
export interface FileAttributes {
  readonly filename?: string
  readonly access_control?: AccessControl
  readonly type?: FileType
  readonly mime_type?: string
  readonly _tags?: readonly string[]
  readonly _purpose?: readonly string[]
  /** Shown to the customer in portals. */
  readonly shared_with_end_customer?: boolean
  readonly [attribute: string]: unknown
}

/** The request of `saveFileV2` for bytes that lie at S3. */
export interface SaveFilePayload extends FileAttributes {
  readonly s3ref: S3Ref
  readonly filename: string
}

/** The request of `saveFileV2` for a file that stays outside of epilot. */
export interface SaveExternalFilePayload extends FileAttributes {
  /** Starts with `https:`; kept as it is. See `checkAddress`. */
  readonly custom_download_url: string
  readonly filename: string
  /** @default 'presigned' */
  readonly custom_download_url_auth?: ExternalAuth
}

/** The request of `saveFileV2` for one more version of a file. All else of the File entity stays as it is. */
export interface SaveFileVersionPayload {
  /** The File entity that gets the version. */
  readonly _id: string
  readonly s3ref: S3Ref
  /** The version's own name; the file keeps its. */
  readonly filename: string
  readonly mime_type?: string
  readonly access_control?: AccessControl
}

/** Names one business entity. */
export interface EntityRef {
  /** The schema's slug, for example `opportunity`. */
  readonly slug: string
  readonly id: string
  /**
   * The file attribute that holds the relation.
   * @default '_files'
   */
  readonly attribute?: string
}

/** One item of a relation attribute, as `addRelations` takes it. */
export interface RelationItem {
  readonly entity_id: string
  readonly attribute: string
  readonly _schema?: string
  readonly _tags?: readonly string[]
}

/** A related entity as `getRelationsV3` answers it when hydrated. */
export type RelatedFile = FileEntity & {
  readonly $relation: {
    readonly entity_id?: string
    readonly attribute?: string
    readonly reverse?: boolean
    readonly _tags?: readonly string[]
  }
}

/** One page of `getRelationsV3`. */
export interface RelationsPage {
  /** How many there are in all. */
  readonly hits: number
  readonly relations: readonly RelatedFile[]
}

/** The request of `searchEntities`. */
export interface EntitySearch {
  /** Lucene query, for example `_schema:file AND filename:meter`. */
  readonly q: string
  readonly from?: number
  /** @default 10 */
  readonly size?: number
  readonly sort?: string
}

/** The answer of `searchEntities`. */
export interface EntitySearchPage<Entity> {
  readonly hits: number
  readonly results: readonly Entity[]
}
