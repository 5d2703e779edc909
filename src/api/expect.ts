import type { FileStep } from './errors.js'
import { FileError } from './errors.js'
import type { FileEntity, S3Ref } from './types.js'

/** Says that an answer with a good status lacks what it must hold. */
export function badAnswer(operation: string, step: FileStep, missing: string): FileError {
  return new FileError('bad-answer', `${operation} answered without ${missing}.`, { step })
}

export function isS3Ref(value: unknown): value is S3Ref {
  const { bucket, key } = (value ?? {}) as Partial<S3Ref>
  return typeof bucket === 'string' && typeof key === 'string'
}

/** Only the id is a must: everything else of a file has a fallback. */
export function isFileEntity(value: unknown): value is FileEntity {
  return typeof (value as Partial<FileEntity> | null | undefined)?._id === 'string'
}

/** Nothing but http and https is ever opened or sent to: an answer is not trusted with `javascript:` or `data:`. */
export function isHttpUrl(value: unknown): value is string {
  return typeof value === 'string' && /^https?:\/\/./.test(value)
}
