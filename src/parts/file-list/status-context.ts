import type { IconState } from '../icon.js'
import type { IconName } from '../icon-paths.js'

/** A state as a row shows it. */
export interface StatusWords {
  readonly icon?: (IconState & { readonly name: IconName }) | undefined
  readonly text: string
  /** For one line. @default text */
  readonly short?: string | undefined
  /** What belongs to the long form, but less to the eye. */
  readonly aside?: string | undefined
  /** What may go first where it gets narrow. */
  readonly minor?: string | undefined
}

/** What the words need besides the state. */
export interface StatusContext {
  /** Until the next attempt. */
  readonly secondsLeft: number
  /** "14:05", when that is. */
  readonly time: string
  /** A reload came between. */
  readonly isInterrupted: boolean
  readonly sizeBytes: number
}
