import type { S3Ref } from '../api/types.js'

/** A presigned URL for one PUT, with the end of its life by the client's own clock. */
export interface UploadLink {
  readonly s3ref: S3Ref
  readonly url: string
  /** No PUT may start at or after this time (monotonic milliseconds). */
  readonly startBefore: number
}

/**
 * The lifetime that the URL itself tells (`X-Amz-Expires`, SigV4), counted from when its answer came: a wrong system
 * clock changes nothing. A PUT must start while min(60 s, half of the life) is left, so that it can still arrive.
 */
export function uploadLink({ s3ref, url, now }: { s3ref: S3Ref; url: string; now: number }): UploadLink {
  const seconds = Number(/[?&]X-Amz-Expires=(\d+)/.exec(url)?.[1])
  const lifeMs = seconds > 0 ? seconds * 1000 : defaultLifeMs
  return { s3ref, url, startBefore: now + lifeMs - Math.min(60_000, lifeMs / 2) }
}

// Not documented for uploads; 360 s was seen in epilot's own sample collection.
const defaultLifeMs = 360_000
