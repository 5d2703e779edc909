/** What may come in. Whatever is not said is not checked; S3 itself takes no more than 5 GiB in one PUT. */
export interface IntakeRules {
  /**
   * Extensions (`.pdf`) and MIME types (`image/png`, `image/*`); one that fits is enough, as in `<input accept>`. Browsers
   * disagree on the MIME types of less common files, so name the extensions too.
   */
  readonly accept?: readonly string[] | undefined
  readonly minSizeBytes?: number | undefined
  /** For each file. */
  readonly maxSizeBytes?: number | undefined
  /** How many files, those that are there already included. */
  readonly maxCount?: number | undefined
  /** For all files together, those that are there already included. */
  readonly maxTotalBytes?: number | undefined
  /**
   * Whether files of 0 bytes are welcome.
   * @default false
   */
  readonly allowEmpty?: boolean | undefined
  /**
   * Compares the first bytes with what the name claims, for example a program that calls itself `.pdf`. `warn` holds the
   * file back until the person says "Add anyway", `refuse` for good. Files whose bytes tell nothing (text) pass.
   * @default not compared
   */
  readonly content?: 'warn' | 'refuse' | undefined
  /**
   * What to do with a file that is in the list already: same path, name, size and date. `warn` holds it back until the
   * person says "Add anyway".
   * @default 'warn'
   */
  readonly duplicates?: 'warn' | 'allow' | undefined
  /** A rule of your own, asked last. */
  readonly validate?: Validate | undefined
}

/** Judges one file; what it throws refuses the file too. */
export type Validate = (file: File, options: ValidateOptions) => Verdict | Promise<Verdict>

/** What a `Validate` is told besides the file. */
export interface ValidateOptions {
  /** The folder and name it was dropped or picked with, for example `plans/2026/roof.dwg`; else its name. */
  readonly path: string
  /** Aborts when nobody waits for the answer any more. */
  readonly signal: AbortSignal
}

/** Nothing: the file is welcome. Words: it is not, and this is why. With `mayAdd` the person may add it all the same. */
export type Verdict =
  void | null | undefined | string | { readonly message: string; readonly mayAdd?: boolean }

/** What S3 takes in one PUT. */
export const maxPutBytes = 5 * 1024 ** 3
