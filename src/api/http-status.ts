import type { FileErrorCode } from './errors.js'

/** The code for an HTTP status that is no success. */
export function codeOf(status: number): FileErrorCode {
  if (status >= 500) return 'server'
  return codes[status] ?? 'bad-request'
}

const codes: Record<number, FileErrorCode | undefined> = {
  401: 'unauthorized',
  403: 'forbidden',
  404: 'not-found',
  408: 'timeout',
  409: 'conflict',
  413: 'too-large',
  422: 'type-not-allowed',
  429: 'rate-limited',
}

/** `Retry-After` in seconds or as a date, as milliseconds from now: a day at most, since no server that works means more. */
export function parseRetryAfter(value: string | null): number | undefined {
  if (!value) return undefined
  const delayMs = Number(value) * 1000 || Date.parse(value) - Date.now()
  return delayMs > 0 ? Math.min(delayMs, dayMs) : undefined
}

const dayMs = 86_400_000
