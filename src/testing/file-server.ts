import type { RequestHandler } from 'msw'
import type { Clock } from '../api/clock.js'
import type { AddFileOptions } from './add-file.js'
import type { EntitySchema } from '../api/entity-schema.js'
import type { EntityRef, FileEntity } from '../api/types.js'
import type { PutBlob } from '../transfer/put-blob.js'
import type { PutFate } from './bytes-fault.js'
import type { ChooseFault, Fault } from './faults.js'
import type { FileStorage } from './file-storage.js'
import type { SchemaSeed } from './entity-schemas.js'
import type { Ledger, Operation } from './ledger.js'
import type { Answers, PortalOptions } from './server-parts.js'
import type { Submission } from './submission.js'
import type { MeantFile, Tally } from './tally.js'
import type { World } from './world.js'

/** How the small epilot is set up. */
export interface FileServerOptions {
  /** @default 'https://file.sls.epilot.io' */
  readonly fileUrl?: string
  /** @default 'https://entity.sls.epilot.io' */
  readonly entityUrl?: string
  /** @default 'https://submission.sls.epilot.io' */
  readonly submissionUrl?: string
  /** @default 'https://customer-portal-api.sls.epilot.io' */
  readonly portalUrl?: string
  /** Files that lie with somebody else. @default 'https://erp-file-proxy.sls.epilot.io' */
  readonly fileProxyUrl?: string
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
  /**
   * Schemas of entities, besides the files capability that each has.
   *
   * @example
   * createFileServer({ schemas: [{ slug: 'opportunity', attributes: [{ name: 'offer', allowed_extensions: ['pdf'] }] }] })
   */
  readonly schemas?: readonly SchemaSeed[]
  /** The customer portal, and who is signed in there. */
  readonly portal?: PortalOptions
  /** Where epilot's documents disagree: which to follow. */
  readonly answers?: Partial<Answers>
}

/** A small epilot: its APIs for files, entities, submissions and customer portals, and the storage behind them. */
export interface FileServer {
  /** Request handlers for msw, in Node or in the browser. */
  readonly handlers: RequestHandler[]
  /** Answers by these handlers, without any interception; for `createFileClient({ fetch })`. */
  readonly fetch: typeof fetch
  /** Delivers bytes into the storage at once; for `createFileClient({ putBlob })`. */
  readonly putBlob: PutBlob
  /**
   * Tells that a PUT on this URL sets out. S3 looks at the life of a link at that moment, however long the bytes take;
   * for senders that deliver later. Answers with what is scripted for its bytes.
   */
  beginPut(url: string): PutFate
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
  addFile(file?: Partial<FileEntity>, options?: AddFileOptions): FileEntity
  /** Relates files to an entity as if somebody had attached them. */
  relate(entity: EntityRef, files: readonly Pick<FileEntity, '_id'>[]): void
  /** Gives a business entity a title, for whoever asks what a file is attached to. Until then it is "Opportunity 3f6b2a04". */
  nameEntity(entity: EntityRef, title: string): void
  /** Gives a kind of entity its schema; an `edit_mode` in it lets changes of that attribute wait for approval. */
  addSchema(schema: SchemaSeed): EntitySchema
  /** The public journeys that were handed in, oldest first; `filesOf({ slug: 'submission', id })` tells the files of one. */
  submissions(): readonly Submission[]
  /** Confirms what waits for approval at an entity, as a person or another system would; tells of how many attributes. */
  applyChangesets(entity: EntityRef): number
  /** Drops what waits for approval at an entity; tells of how many attributes. */
  dismissChangesets(entity: EntityRef): number
  /** Lets the next call of an operation fail, or the next few. */
  failNext(operation: Operation, fault: Fault, times?: number): void
  /**
   * Chooses, for each call that nothing is scripted for, what goes wrong with it.
   *
   * @example
   * server.failBy((operation) => (operation === 'saveFileV2' && Math.random() < 0.1 ? 'lost-answer' : undefined))
   */
  failBy(choose: ChooseFault): void
  /**
   * From the next call on, follows other documents; until `reset()`.
   *
   * @example
   * server.setAnswers({ secondSave: 'second-entity' })
   */
  setAnswers(change: Partial<Answers>): void
  /** Answers 401 to every token that was shown so far, until another one comes. */
  expireTokens(): void
  /**
   * Tells what has become of the files that were meant: none lost, doubled, damaged or orphaned? A storage of your own
   * needs `read` for it.
   *
   * @example
   * client.uploads.add(files, { scope: 'test', entity })
   * // … faults, retries, until nothing is under way any more
   * const { right, ...wrong } = await server.tally(files.map((file) => ({ file, entity })))
   * expect(right).toHaveLength(files.length)
   * expect(wrong).toEqual({ lost: [], doubled: [], damaged: [], orphaned: [], unexpected: [] })
   */
  tally(meant: readonly MeantFile[]): Promise<Tally>
  /** Calls off every fault that has not happened yet. */
  clearFaults(): void
  /** Forgets everything, ends what hangs, and answers as it did at first. */
  reset(): void
}
