import type { FileErrorCode } from '../api/errors.js'
import { FileError, toFileError } from '../api/errors.js'
import { abortable } from '../api/abortable.js'
import type { Persist } from './persist.js'
import type { Emit, UploadJob, UploadPorts } from './upload-job.js'

/** A call that must not take effect twice. */
export interface OnceCall<T> {
  readonly step: 'save' | 'attach'
  /** It has left in an earlier attempt, and nobody knows what became of it: look first. */
  readonly isSent: boolean
  /** Makes the call; `onSent` is to be called right before it leaves. */
  readonly call: (onSent: () => void) => Promise<T>
  /**
   * S3 has dropped by now what it is about: it is not made, and the upload sends its bytes anew.
   * @default never
   */
  readonly isDropped?: (() => boolean) | undefined
  /** Looks what the call has made; `null`: nothing is to be found. What it throws means that nobody can tell. */
  readonly look: () => Promise<T | null>
  /** Answers after which it may have taken effect all the same, besides those that never came. */
  readonly alsoAmbiguous?: FileErrorCode | undefined
  /**
   * Keeps others away from the call and the looks that belong to it, but not while it waits to be made at all.
   * @default no need
   */
  readonly alone?: ((attempt: () => Promise<T>) => Promise<T>) | undefined
}

/**
 * Makes a call take effect once. No idempotency key exists, so a call whose answer got lost is looked for before it is
 * made again, and made again only once two looks have found nothing.
 */
export function callOnce<T>(
  { step, isSent, call, isDropped, look, alsoAmbiguous, alone = (attempt) => attempt() }: OnceCall<T>,
  { job, ports, emit, persist }: Caller,
): Promise<T> {
  const { signal } = job
  let mustLook = isSent

  return persist(step, () => alone(attempt))

  async function attempt(): Promise<T> {
    if (mustLook) {
      const found = await lookTwice()
      if (found !== null) return found
      sayAbsent()
    }
    if (isDropped?.()) {
      emit({ type: 'dropped' })
      signal.throwIfAborted()
    }
    try {
      return await call(() => (mustLook = true))
    } catch (cause) {
      signal.throwIfAborted()
      const error = toFileError(cause, step)
      const isUnclear = isAmbiguous(error) || error.code === alsoAmbiguous
      const wasOffline = !ports.connection.isOnline()
      if (mustLook && isUnclear) {
        const found = await lookTwice()
        if (found !== null) return found
        // Neither there nor to be made again: only a person can tell.
        if (error.code === alsoAmbiguous) throw unknownOutcome(error)
      }
      if (mustLook) sayAbsent()
      // The looks waited for the network. That it had gone costs no attempt, also now that it is back.
      if (wasOffline && ports.connection.isOnline() && isUnclear) return attempt()
      throw error
    }
  }

  function sayAbsent(): void {
    mustLook = false
    emit({ type: 'absent' })
    // It may be what a canceled upload was waiting for.
    signal.throwIfAborted()
  }

  /** What epilot shows lags behind, so that only a second look some time later proves that there is nothing. */
  async function lookTwice(): Promise<T | null> {
    try {
      const first = await lookOnce()
      if (first !== null) return first
      // No wish for "now" ends this wait: it is what makes the second look worth something.
      await abortable<void>(signal, (resolve) => ports.clock.setTimeout(resolve, ports.settleMs))
      return await lookOnce()
    } catch (cause) {
      signal.throwIfAborted()
      throw unknownOutcome(toFileError(cause, step))
    }
  }

  function lookOnce(): Promise<T | null> {
    return persist(step, () => {
      emit({ type: 'checking' })
      return ports.lanes.look.run(look, signal)
    })
  }

  function unknownOutcome(error: FileError): FileError {
    return new FileError('outcome-unknown', `It may have taken effect: ${error.message}`, {
      step,
      status: error.status,
      cause: error,
    })
  }
}

/** Who makes the call, as far as it matters here. */
export interface Caller {
  readonly job: Pick<UploadJob, 'signal'>
  readonly ports: Pick<UploadPorts, 'connection' | 'clock' | 'settleMs'> & {
    readonly lanes: Pick<UploadPorts['lanes'], 'look'>
  }
  readonly emit: Emit
  readonly persist: Persist
}

/** The upload that makes the call. */
export interface OnceContext extends Caller {
  readonly job: UploadJob
  readonly ports: UploadPorts
}

/** Nobody knows whether a call that ended so has taken effect. */
export function isAmbiguous({ code, status }: FileError): boolean {
  // Without a token nothing has left.
  return ambiguous.has(code) && status !== 0
}

const ambiguous: ReadonlySet<FileErrorCode> = new Set(['network', 'timeout', 'server', 'bad-answer'])
