import type { S3Ref } from '../api/types.js'

/**
 * Where a file server keeps the bytes. In memory by default; an end-to-end test puts a real S3-compatible store here.
 *
 * @example
 * const storage: FileStorage = {
 *   presignPut: ({ s3ref, contentType, expiresInSeconds }) =>
 *     getSignedUrl(s3, new PutObjectCommand({ Bucket: s3ref.bucket, Key: s3ref.key, ContentType: contentType }), {
 *       expiresIn: expiresInSeconds,
 *     }),
 *   // …
 * }
 * const server = createFileServer({ storage })
 */
export interface FileStorage {
  /** A presigned URL for one PUT that says exactly this `Content-Type`. */
  presignPut(request: PresignPut): string | Promise<string>
  /** A presigned URL to read the bytes. */
  presignGet(request: PresignGet): string | Promise<string>
  copy(from: S3Ref, to: S3Ref): void | Promise<void>
  delete(s3ref: S3Ref): void | Promise<void>
  /** Bytes; `undefined` when there is no such object. */
  size(s3ref: S3Ref): number | undefined | Promise<number | undefined>
  /** The bytes, for `tally()`; `undefined` when there is no such object. */
  read?(s3ref: S3Ref): Blob | undefined | Promise<Blob | undefined>
  /** Lays bytes there that nobody has sent, for archives; without it they fail. */
  write?(s3ref: S3Ref, bytes: Blob): void | Promise<void>
}

/** For which PUT a URL is to be made. */
export interface PresignPut {
  readonly s3ref: S3Ref
  readonly contentType: string
  readonly expiresInSeconds: number
}

/** For which download a URL is to be made. */
export interface PresignGet {
  readonly s3ref: S3Ref
  readonly filename: string
  /** Whether the link downloads or shows. */
  readonly attachment: boolean
  readonly expiresInSeconds: number
}

/** An s3ref as a key of a Map. */
export function keyOf({ bucket, key }: S3Ref): string {
  return `${bucket}/${key}`
}
