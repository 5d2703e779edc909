import type { FileError } from '../../api/errors.js'
import type { FileEntity } from '../../api/types.js'

/** How far an archive is. */
export interface ArchiveProgress {
  /** Packed, or left out. */
  readonly doneFiles: number
  /** 0 where epilot packs. */
  readonly receivedBytes: number
}

/** How an archive went. */
export interface ArchiveOutcome {
  /** How many files are not in it. */
  readonly leftOut: number
  /** What the browser has left out stands in `_failed.txt` inside, with the reason. */
  readonly packedBy: 'browser' | 'epilot'
}

/** A file that is not in an archive, and why. */
export interface LeftOut {
  readonly file: FileEntity
  readonly error: FileError
}
