import type { SubmissionPayload } from '../api/submission-api.js'

/** A public journey that was handed in. Handed in twice is twice there. */
export interface Submission {
  /** The entity `submission` that it became; `filesOf` tells its files. */
  readonly id: string
  readonly payload: SubmissionPayload
  /** ISO 8601. */
  readonly createdAt: string
}
