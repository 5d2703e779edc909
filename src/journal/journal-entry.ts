import type { EntityRef, FileAttributes } from '../api/types.js'
import { keptAtS3Ms } from '../transfer/kept-at-s3.js'
import type { UploadMode } from '../transfer/upload-job.js'
import type { Checkpoint, UploadResult } from '../transfer/upload-state.js'

/** What is kept of one upload, so that another page load can go on with it. */
export interface JournalEntry {
  /** The upload's. */
  readonly id: string
  /** By which its File entity is found. @default the id */
  readonly mark?: string
  /** Who it is uploaded for; empty in public journeys. */
  readonly owner: string
  /** The tab that goes on with it for as long as it is open. */
  readonly tab: string
  readonly scope: string
  readonly mode: UploadMode
  readonly entity: EntityRef | undefined
  /** The id of the file that it is a new version of. */
  readonly versionOf?: string | undefined
  /** The ids of files that are to be taken off its entity once it is attached. */
  readonly replaces?: readonly string[] | undefined
  /** As it was picked. */
  readonly file: KeptFile
  /** As it is sent, once that is known. */
  readonly sent: KeptFile | null
  readonly hasBytes: boolean
  /** Its file changed on the device, so that it failed; any file may take its place. @default false */
  readonly isChanged?: boolean
  /** What the File entity is saved with. */
  readonly save: FileAttributes
  readonly checkpoint: Checkpoint
  /** It was canceled when it was too late to stop: what the save has made is to be deleted. */
  readonly isUnwanted: boolean
  /** How it ended; kept for a while, so that no other tab takes it for interrupted. */
  readonly result: UploadResult | null
  /** When it was added (epoch milliseconds). */
  readonly addedAt: number
  /** When S3 took its bytes, which it keeps for a day. */
  readonly storedAt: number | null
  readonly changedAt: number
}

/** What an entry tells that its upload does not. */
export type KnownEntry = Pick<JournalEntry, 'addedAt' | 'storedAt' | 'sent' | 'hasBytes'>

/** What is known of a file besides its bytes. */
export interface KeptFile {
  readonly name: string
  /** Folder and name it came with. */
  readonly path: string
  readonly type: string
  readonly sizeBytes: number
  readonly lastModified: number
}

/** What time makes of an entry. */
export type Fate = 'live' | 'expired' | 'over'

/**
 * An upload is offered for a week, and so is what a journey has brought to S3; what else has ended is remembered for an hour.
 * What is saved, or may be, never expires: somebody has to know of it.
 */
export function fateOf({ result, checkpoint, changedAt, addedAt, mode }: JournalEntry, now: number): Fate {
  const isOver = mode === 'journey' ? now > keptUntil({ addedAt }) : now - changedAt > hourMs
  if (result) return isOver ? 'over' : 'live'
  const isUnsaved = checkpoint.reached === 'nothing' || checkpoint.reached === 's3'
  return isUnsaved && now > keptUntil({ addedAt }) ? 'expired' : 'live'
}

/** Until when it is offered (epoch milliseconds). */
export function keptUntil({ addedAt }: Pick<JournalEntry, 'addedAt'>): number {
  return addedAt + 7 * 24 * hourMs
}

/** Whether S3 has dropped an object by now. */
export function isDropped({ storedAt }: JournalEntry, now: number): boolean {
  return storedAt !== null && now - storedAt > keptAtS3Ms
}

/** From where an interrupted upload goes on: an object that S3 has dropped meanwhile must be sent again. */
export function checkpointToday(entry: JournalEntry, now: number): Checkpoint {
  const { checkpoint } = entry
  return checkpoint.reached === 's3' && isDropped(entry, now) ? { reached: 'nothing' } : checkpoint
}

const hourMs = 3_600_000
