import type { Upload } from './upload.js'

/**
 * What survives a reload. `files`: uploads with their bytes, up to a limit. `refs`: all but the bytes; what S3 has not
 * taken yet waits for the same file to be chosen again. `off`: nothing.
 */
export type JournalMode = 'off' | 'refs' | 'files'

/** How well uploads survive. */
export interface JournalState {
  /** What is kept now; less than was asked for after a `problem`. */
  readonly mode: JournalMode
  /** `full`: the browser has no room left. `blocked`: it lets nothing be kept here. */
  readonly problem: 'full' | 'blocked' | null
  /** How many uploads under way a reload would lose; `null` where nobody keeps count: all of them. */
  readonly unsafe: number | null
}

/** Whether the journal keeps an upload: of a login without an owner nobody would know whose it is. */
export function isKept({ mode, owner }: Upload): boolean {
  return mode === 'journey' || (owner !== undefined && owner !== '')
}
