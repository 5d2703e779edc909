import type { RequestHandler } from 'msw'
import type { Clock } from '../api/clock.js'
import type { EntityRef, FileEntity } from '../api/types.js'
import type { PutBlob } from '../transfer/put-blob.js'
import type { Fault } from './faults.js'
import type { FileStorage } from './file-storage.js'
import type { Ledger, Operation } from './ledger.js'
import type { Answers } from './server-parts.js'
import type { World } from './world.js'

/** How the small epilot is set up. */
export interface FileServerOptions {
  /** @default 'https://file.sls.epilot.io' */
  readonly fileUrl?: string
  /** @default 'https://entity.sls.epilot.io' */
  readonly entityUrl?: string
  /** @default 'https://storage.test' */
  readonly storageUrl?: string
  /** Keeps the bytes somewhere else, for example in a real S3-compatible store. @default in memory */
  readonly storage?: FileStorage
  /** Time, for latency and for the life of links. @default the system's */
  readonly clock?: Clock
  /** How long every answer takes, in milliseconds. @default 0 */
  readonly latencyMs?: number
  /** The organisation everything belongs to. @default '123' */
  readonly org?: string
  /** @default 'epilot-prod-user-content' */
  readonly bucket?: string
  /** How long an upload link lives. @default 360 */
  readonly uploadLinkSeconds?: number
  /** How long a download link lives. @default 900 */
  readonly downloadLinkSeconds?: number
  /** Says no with 401. @default every token is accepted */
  readonly acceptsToken?: (token: string) => boolean
  /** Where epilot's documents disagree: which to follow. */
  readonly answers?: Partial<Answers>
}

/** A small epilot: File API, Entity API and the storage behind them. */
export interface FileServer {
  /** Request handlers for msw, in Node or in the browser. */
  readonly handlers: RequestHandler[]
  /** Answers by these handlers, without any interception; for `createFileClient({ fetch })`. */
  readonly fetch: typeof fetch
  /** Delivers bytes into the storage at once; for `createFileClient({ putBlob })`. */
  readonly putBlob: PutBlob
  /**
   * Tells that a PUT on this URL sets out. S3 looks at the life of a link at that moment, however long the bytes take;
   * for senders that deliver later.
   */
  beginPut(url: string): void
  /** Everything that happened, in the order of arrival. */
  readonly ledger: Ledger
  /** Everything the server knows, as Maps. */
  readonly world: World
  /** All File entities, oldest first. */
  files(): readonly FileEntity[]
  /** The files that are related to an entity: by its attribute if it names one, else by any. Twice related is twice in it. */
  filesOf(entity: EntityRef): readonly FileEntity[]
  /** The bytes of the latest version. Only where the server keeps them in memory. */
  contentOf(file: Pick<FileEntity, '_id'>): Blob
  /** Puts a file there as if it had been saved long ago. What is not said of it has a default. */
  addFile(file?: Partial<FileEntity>, options?: { readonly content?: BlobPart }): FileEntity
  /** Relates files to an entity as if somebody had attached them. */
  relate(entity: EntityRef, files: readonly Pick<FileEntity, '_id'>[]): void
  /** Lets the next call of an operation fail, or the next few. */
  failNext(operation: Operation, fault: Fault, times?: number): void
  /** Calls off every fault that has not happened yet. */
  clearFaults(): void
  /** Forgets everything, ends what hangs. */
  reset(): void
}
