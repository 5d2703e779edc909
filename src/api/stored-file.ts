import type { S3Ref } from './types.js'

/** Bytes that lie at S3 and are no File entity yet: what a journey hands on. */
export interface StoredFile {
  readonly s3ref: S3Ref
  readonly filename: string
  /** The MIME type. */
  readonly contentType?: string
  /** Bytes. */
  readonly size?: number
}

/** The same place holds the same bytes. */
export function withoutDoubles<Stored extends Pick<StoredFile, 's3ref'>>(files: readonly Stored[]): Stored[] {
  return [
    ...new Map(files.map((file) => [JSON.stringify([file.s3ref.bucket, file.s3ref.key]), file])).values(),
  ]
}
