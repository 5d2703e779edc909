import type { FileError } from '../api/errors.js'

/**
 * Says how long to wait before the next attempt, in milliseconds; `null` gives up and shows the error.
 * `attempt` counts from 1.
 */
export type RetryPolicy = (error: FileError, attempt: number) => number | null

/** How patient `createRetryPolicy` is. */
export interface RetryOptions {
  /** Those that a `Retry-After` asked for do not count. @default 15 */
  readonly attempts?: number
  /** The longest first wait; it doubles with each attempt. @default 1000 */
  readonly baseMs?: number
  /** No wait is longer. @default 30000 */
  readonly maxMs?: number
  /** Chance, 0 to 1. @default Math.random */
  readonly random?: () => number
}

/**
 * Exponential waits with full jitter, so that many clients that failed together do not come back together. What the
 * server asked for by `Retry-After` wins.
 *
 * @example
 * createFileClient({ getToken, retry: createRetryPolicy({ attempts: 8 }) })
 */
export function createRetryPolicy({
  attempts = 15,
  baseMs = 1000,
  maxMs = 30_000,
  random = Math.random,
}: RetryOptions = {}): RetryPolicy {
  return function retryPolicy(error, attempt) {
    if (!error.retryable) return null
    // However often: who waits as long as it is told to does no harm.
    if (error.retryAfterMs !== undefined) return error.retryAfterMs
    return attempt < attempts ? random() * Math.min(maxMs, baseMs * 2 ** (attempt - 1)) : null
  }
}
