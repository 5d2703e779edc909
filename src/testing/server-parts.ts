import type { PortalConfig } from '../api/portal-types.js'
import type { EntityRef, S3Ref } from '../api/types.js'
import type { FileStorage } from './file-storage.js'
import type { Receive } from './receive.js'
import type { World } from './world.js'

/** What the handlers of a file server share. */
export interface ServerParts {
  readonly fileUrl: string
  readonly entityUrl: string
  readonly submissionUrl: string
  readonly portalUrl: string
  readonly fileProxyUrl: string
  readonly portal: PortalOptions
  readonly org: string
  readonly bucket: string
  readonly world: World
  readonly storage: FileStorage
  readonly receive: Receive
  readonly publicUrl: (s3ref: S3Ref) => string
  /** The time of day, by the server's clock. */
  readonly today: () => Date
  readonly uploadLinkSeconds: number
  readonly downloadLinkSeconds: number
  readonly answers: Answers
}

/** The customer portal, and who is signed in there. */
export interface PortalOptions {
  /** What belongs to the portal user. @default whatever is asked for */
  readonly entities?: readonly EntityRef[]
  /** The public settings. @default without any */
  readonly config?: PortalConfig
}

/**
 * Where epilot's documents disagree with one another: which of them the server follows.
 *
 * @example
 * createFileServer({ answers: { saveStatus: 201, publicUrl: 'always' } }) // as on the docs page
 */
export interface Answers {
  /** OpenAPI says 200, the docs page 201. @default 200 */
  readonly saveStatus: 200 | 201
  /** OpenAPI says 201, the docs page 200. @default 201 */
  readonly publicUploadStatus: 200 | 201
  /**
   * `'always'`: `uploadFileV2` and every File entity have a `public_url`, as on the docs page. `'public'`: only a file
   * that everybody may read has one, as in OpenAPI.
   * @default 'public'
   */
  readonly publicUrl: 'always' | 'public'
  /** `'unknown'`: a file is saved with `size_bytes: 0`, as on the docs page. @default 'known' */
  readonly size: 'known' | 'unknown'
  /** Whether `from` of `getRelationsV3` counts files or pages; OpenAPI says "page", elsewhere "offset". @default 'offset' */
  readonly relationsFrom: 'offset' | 'page'
  /**
   * What a second save of the same temporary object brings; nothing is documented. Of a new version `'second-entity'` means
   * a second version.
   * @default 'not-found', since the object moves with the first save
   */
  readonly secondSave: 'not-found' | 'same-entity' | 'second-entity'
  /**
   * How long it takes until `searchEntities` and `searchPortalUserEntities` find what was saved, and no longer find what was
   * deleted.
   * @default 0
   */
  readonly searchLagMs: number
  /**
   * Whether `addRelations` and `deleteRelation` respect the `edit_mode` of an attribute and let changes wait for approval;
   * documented is only that PATCH and PUT do.
   * @default 'respected'
   */
  readonly relationsEditMode: 'respected' | 'ignored'
  /**
   * Whether public links can be listed and revoked: OpenAPI names 501 for both, the changelog says that they can.
   * @default 'implemented'
   */
  readonly publicLinks: 'implemented' | 'not-implemented'
  /** OpenAPI says that `createSubmission` answers nothing, the changelog a `submission_id`. @default 'empty' */
  readonly submissionAnswer: 'empty' | 'submission-id'
}
