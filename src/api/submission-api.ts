import type { Call, Http } from './http.js'
import type { StoredFile } from './stored-file.js'
import { withoutDoubles } from './stored-file.js'
import type { S3Ref } from './types.js'

// Epilot's Submission API, as public journeys use it: without a token.

/** One file of a submission. Epilot makes a File entity of it and relates that to the submission. */
export interface SubmissionFile {
  readonly s3ref: S3Ref
  /** What the File entity is called. @default as in the `s3ref` */
  readonly filename?: string
  /** Tags of the File entity. */
  readonly _tags?: readonly string[]
  /** Labels of the relation; journeys say by them which field the file was for. */
  readonly relation_tags?: readonly string[]
  readonly [attribute: string]: unknown
}

/** An entity that a submission brings; attributes of your own pass through. */
export interface SubmissionEntity {
  readonly _schema: 'submission'
  /** Becomes the title. */
  readonly description?: string
  readonly files?: readonly SubmissionFile[]
  readonly [attribute: string]: unknown
}

/** The request of `createSubmission`. */
export interface SubmissionPayload {
  /** The organisation that receives it; there is no token that could say so. */
  readonly organization_id: string
  /** `journey`, or `api` for a frontend of your own. */
  readonly source_type: string
  /** The id of the journey or frontend. Automations start by it. */
  readonly source_id: string
  readonly journey_submit_id?: string
  /** At most 10. */
  readonly opt_ins?: readonly SubmissionOptIn[]
  /** 1 to 10. */
  readonly entities: readonly SubmissionEntity[]
}

/** A consent that comes with a submission. */
export interface SubmissionOptIn {
  readonly topic: string
  readonly identifier: string
  readonly meta?: Readonly<Record<string, unknown>>
}

/** The answer of `createSubmission`. Older epilot answers nothing. */
export interface SubmissionReceipt {
  readonly submission_id: string | undefined
}

/**
 * `createSubmission`: hands in a public journey, with the files that `uploadFilePublic` has brought to S3. Never carries
 * a token. Not idempotent: epilot takes each call for another submission.
 *
 * @example
 * const { submission_id } = await createSubmission(client.http, {
 *   organization_id: '123',
 *   source_type: 'api',
 *   source_id: 'solar-quote',
 *   entities: [{ _schema: 'submission', description: 'Solar quote', files: toSubmissionFiles(files) }],
 * })
 */
export async function createSubmission(
  http: Http,
  payload: SubmissionPayload,
  call?: Call,
): Promise<SubmissionReceipt> {
  const body = await http(
    {
      operation: 'createSubmission',
      step: 'submit',
      host: 'submission',
      path: '/v1/submission/submissions',
      body: payload,
      authorize: false,
    },
    call,
  )
  const { submission_id } = (body ?? {}) as { submission_id?: unknown }
  return { submission_id: typeof submission_id === 'string' ? submission_id : undefined }
}

/** What is said of the files of a submission. */
export interface SubmissionFileOptions {
  /** Tags of the File entities. @default none */
  readonly tags?: readonly string[]
  /** Labels of the relations. @default none */
  readonly relationTags?: readonly string[]
}

/**
 * The files of a submission, each `s3ref` once.
 *
 * @example
 * const files = toSubmissionFiles(storedFiles(uploads), { relationTags: ['meter photo'] })
 */
export function toSubmissionFiles(
  files: readonly StoredFile[],
  { tags = [], relationTags = [] }: SubmissionFileOptions = {},
): readonly SubmissionFile[] {
  return withoutDoubles(files).map(({ s3ref, filename }) => ({
    s3ref,
    filename,
    ...(tags.length > 0 && { _tags: tags }),
    ...(relationTags.length > 0 && { relation_tags: relationTags }),
  }))
}
