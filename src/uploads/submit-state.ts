import type { FileError } from '../api/errors.js'
import type { SubmissionFile, SubmissionPayload, SubmissionReceipt } from '../api/submission-api.js'
import type { FilesProblem } from './field-files.js'
import type { ReadonlyStore } from './readonly-store.js'

/** How far a journey has come on its way to epilot. */
export type SubmitState =
  | { readonly status: 'idle' }
  /** Waits for files that are on their way. */
  | { readonly status: 'uploading' }
  | { readonly status: 'submitting' }
  /** Some files need a person first. */
  | { readonly status: 'refused'; readonly problem: FilesProblem; readonly scope: string }
  /** `outcome-unknown`: it may have arrived. */
  | { readonly status: 'failed'; readonly error: FileError }
  | { readonly status: 'submitted'; readonly receipt: SubmissionReceipt }

/** Hands in one journey, once. */
export interface JourneySubmitter {
  readonly state: ReadonlyStore<SubmitState>
  /**
   * Hands in what `build` makes of the files. While that goes on, and once it has arrived, another call brings nothing
   * new. `null` where it did not arrive: `state` says why.
   */
  submit(build: BuildSubmission, options?: SubmitOptions): Promise<SubmissionReceipt | null>
  /** Begins anew, for another submission; one that still waits for files is called off. */
  reset(): void
}

/** Makes the payload of the files that travel along. */
export type BuildSubmission = (files: readonly SubmissionFile[]) => SubmissionPayload

/** How a journey is handed in. */
export interface SubmitOptions {
  /** What to do while files are on their way. @default 'wait' */
  readonly whileUploading?: 'wait' | 'refuse' | undefined
}
