import { FileError } from '../api/errors.js'
import type { S3Ref } from '../api/types.js'

/** A presigned URL for one PUT, with the end of its life by the client's own clock. */
export interface UploadLink {
  readonly s3ref: S3Ref
  readonly url: string
  /** No PUT may start at or after this time (monotonic milliseconds). */
  readonly startBefore: number
  /** From here on S3 refuses it. */
  readonly expiresAt: number
}

/**
 * The lifetime that the URL itself tells (`X-Amz-Expires`, SigV4), counted from when its answer came: a wrong system
 * clock changes nothing. A PUT must start while min(60 s, half of the life) is left, so that it can still arrive.
 */
export function uploadLink({ s3ref, url, now }: { s3ref: S3Ref; url: string; now: number }): UploadLink {
  const query = new URL(url).searchParams
  expectNoOtherHeaders(query)
  const seconds = Number(query.get('X-Amz-Expires'))
  const lifeMs = seconds > 0 ? seconds * 1000 : defaultLifeMs
  const expiresAt = now + lifeMs
  return { s3ref, url, startBefore: expiresAt - Math.min(60_000, lifeMs / 2), expiresAt }
}

/** A signature over a header that is never sent can only be refused, and S3 would not say why. */
function expectNoOtherHeaders(query: URLSearchParams): void {
  const signed = query.get('X-Amz-SignedHeaders')?.split(';') ?? []
  // S3 takes what stands in the query as if it were a header.
  const missing = signed.filter((header) => !sentHeaders.has(header) && !query.has(header))
  if (missing.length === 0) return
  const message = `The presigned URL signs ${missing.join(', ')}, which no upload sends. Sign host and content-type only.`
  throw new FileError('link-rejected', message, { step: 'reserve' })
}

const sentHeaders = new Set(['host', 'content-type', 'content-length'])

// Not documented for uploads; 360 s was seen in epilot's own sample collection.
const defaultLifeMs = 360_000
