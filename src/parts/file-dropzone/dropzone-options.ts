import type { IntakeRules } from '../../intake/intake-rules.js'

/** What a drop zone does with files. */
export interface DropzoneOptions {
  /** Files were dropped, picked or pasted; those of folders know their path, see `pathOf`. */
  readonly onFiles: (files: readonly File[]) => unknown
  /** @default true */
  readonly multiple?: boolean | undefined
  /** Takes nothing; words say why. */
  readonly disabled?: boolean | string | undefined
  /**
   * What may come in: tells in the picker and while files are dragged what is welcome. Nothing is refused here, that is
   * the intake's business.
   */
  readonly rules?: IntakeRules | undefined
  /**
   * How many files there are, for `rules.maxCount`.
   * @default 0
   */
  readonly count?: number | undefined
  /**
   * What the picker offers first, as in `<input accept>`. A hint: nothing is refused for it.
   * @default that of `rules`
   */
  readonly accept?: string | undefined
  /**
   * Takes what is dropped anywhere on the page, but for other drop zones. Of several the last one that was mounted does,
   * and beneath a modal dialog none.
   * @default false
   */
  readonly page?: boolean | undefined
  /**
   * Where a paste counts: with the focus in the zone, or anywhere on the page but in text fields.
   * @default 'zone'
   */
  readonly paste?: 'zone' | 'page' | false | undefined
}
