/** At which step of a file's way something went wrong. */
export type FileStep =
  | 'prepare'
  | 'reserve'
  | 'send'
  | 'save'
  | 'attach'
  | 'delete'
  | 'list'
  | 'download'
  | 'preview'
  | 'detach'
  | 'update'
  | 'submit'

/**
 * Everything that can go wrong, as a closed set. Every locale has words for each.
 *
 * - `network`: no answer came; `timeout`: none came in time; `server`: 5xx; `rate-limited`: 429
 * - `stalled`: no byte left for a while; `blocked`: S3 can be reached, but what it answers does not come through (CORS, a proxy)
 * - `unauthorized`: 401 with a fresh token; `sign-in`: `getToken` failed; `owner-changed`: somebody else is signed in now
 * - `forbidden`: 403 of epilot; `not-found`: 404; `conflict`: 409; `too-large`: 413; `type-not-allowed`: 422; `bad-request`: any other 4xx
 * - `link-expired`: S3 refused the presigned URL; `link-rejected`: it refused a fresh one too
 * - `bad-answer`: the answer lacks what it must hold; `outcome-unknown`: the call may have taken effect, its answer is lost
 * - `file-unreadable`: the file changed or went away on the device; `prepare-failed`: the caller's `prepare` threw
 * - `expired`: it was interrupted and not gone on with for a week; it was never saved
 * - `untrusted-host`: it answers to a token only, and its host is none of epilot's or of the client's `trustedHosts`
 * - `not-a-download`: the link answered with a page instead of a download
 * - `address-refused`: the address of an external file is none that may be kept (`checkAddress` says why)
 * - `tab-blocked`: the browser did not let a tab be opened; `needs-token`: the server of an external file wants the person's
 *   own token, which this library sends to nobody but epilot
 */
export type FileErrorCode =
  | 'network'
  | 'blocked'
  | 'timeout'
  | 'stalled'
  | 'server'
  | 'rate-limited'
  | 'unauthorized'
  | 'sign-in'
  | 'owner-changed'
  | 'forbidden'
  | 'not-found'
  | 'conflict'
  | 'too-large'
  | 'type-not-allowed'
  | 'bad-request'
  | 'link-expired'
  | 'link-rejected'
  | 'bad-answer'
  | 'outcome-unknown'
  | 'file-unreadable'
  | 'prepare-failed'
  | 'expired'
  | 'untrusted-host'
  | 'not-a-download'
  | 'address-refused'
  | 'tab-blocked'
  | 'needs-token'

/** What is known of an error besides its code. */
export interface FileErrorOptions {
  readonly step?: FileStep | undefined
  /** The HTTP status, where there was an answer. */
  readonly status?: number | undefined
  /** What a `Retry-After` header asked for, a day at most. */
  readonly retryAfterMs?: number | undefined
  /** The cause as the portal API names it. */
  readonly reason?: string | undefined
  /** Whom it meets. @default 'staff' */
  readonly audience?: FileErrorAudience | undefined
  readonly cause?: unknown
}

/**
 * Whom an error meets, since they can do different things about it: `staff` has an administrator, a `customer` in a portal
 * or a public journey has a supplier.
 */
export type FileErrorAudience = 'staff' | 'customer'

/**
 * The one error of this library. `code` is for programs, `describeError` has the words for people, `message` is for
 * developers.
 *
 * @example
 * if (state.status === 'failed' && state.error.code === 'forbidden') askForAccess()
 */
export class FileError extends Error {
  override readonly name = 'FileError'
  readonly code: FileErrorCode
  readonly step: FileStep | undefined
  readonly status: number | undefined
  readonly retryAfterMs: number | undefined
  /**
   * The cause as the portal API names it, for example `PORTAL_USER_PENDING_ACTIVATION`: signed in, but known to no
   * contact yet.
   */
  readonly reason: string | undefined
  readonly audience: FileErrorAudience

  constructor(
    code: FileErrorCode,
    message: string,
    { step, status, retryAfterMs, reason, audience = 'staff', cause }: FileErrorOptions = {},
  ) {
    super(message, { cause })
    this.code = code
    this.step = step
    this.status = status
    this.retryAfterMs = retryAfterMs
    this.reason = reason
    this.audience = audience
  }

  /** Whether the same call may succeed later without anybody changing anything. */
  get retryable(): boolean {
    // S3 may refuse two links by bad luck; one that signs what nobody sends stays refused.
    return retryable.has(this.code) || (this.code === 'link-rejected' && this.status === 403)
  }
}

/** Makes a `FileError` of whatever was thrown, at `step` unless it already names one. */
export function toFileError(cause: unknown, step: FileStep, code: FileErrorCode = 'network'): FileError {
  if (cause instanceof FileError) return cause
  return new FileError(code, `The step "${step}" failed: ${String(cause)}`, { step, cause })
}

/** The same error as it is to those whom it meets, or at the step that they know of. */
export function restate(cause: FileError, as: Pick<FileErrorOptions, 'step' | 'audience'>): FileError {
  const { code, message, step, status, retryAfterMs, reason, audience } = cause
  return new FileError(code, message, { step, status, retryAfterMs, reason, audience, ...as, cause })
}

const retryable: ReadonlySet<FileErrorCode> = new Set([
  'network',
  'timeout',
  'stalled',
  'server',
  'rate-limited',
  'link-expired',
])
