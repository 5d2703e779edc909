/** Why a file did not come in. */
export type RefusalReason =
  /** It is none of the extensions and MIME types allowed. */
  | 'type'
  | 'empty'
  | 'too-small'
  | 'too-large'
  /** There are as many files as may be. */
  | 'too-many'
  /** With it, all files together would be too large. */
  | 'total-too-large'
  /** It is in the list already. */
  | 'duplicate'
  /** Its first bytes say that it is something else than its name claims. */
  | 'content'
  /** The device does not give it out. */
  | 'unreadable'
  /** The caller's own rule refused it. */
  | 'invalid'

/** A file that did not come in: a row of the report, not an upload. */
export interface Refusal {
  readonly file: File
  /** Folder and name it came with. */
  readonly path: string
  readonly reason: RefusalReason
  /** A person may add it all the same. */
  readonly mayAdd: boolean
  /** The limit that it breaks, in the unit of its rule (bytes or files). */
  readonly limit?: number | undefined
  /** What would be welcome, for `type`. */
  readonly accept?: readonly string[] | undefined
  /** What the first bytes say it is, for `content`: an extension without the dot. */
  readonly found?: string | undefined
  /** What it claims to be, for `content`: an extension without the dot. */
  readonly claimed?: string | undefined
  /** The caller's words, for `invalid`; none where the rule itself broke. */
  readonly message?: string | undefined
}

/** What became of files that were dropped, picked or pasted at once. */
export interface IntakeReport {
  /** How many came in. */
  readonly added: number
  readonly refused: readonly Refusal[]
}
