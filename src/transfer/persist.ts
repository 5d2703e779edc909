import type { FileError, FileErrorCode } from '../api/errors.js'
import { forWhom } from './for-whom.js'
import type { Arm, Emit, UploadJob, UploadPorts } from './upload-job.js'
import type { UploadStep, Waiting } from './upload-state.js'

/** Repeats `task` as long as waiting may cure what goes wrong; whoever waits gives its `place` away meanwhile. */
export type Persist = <T>(step: UploadStep, task: () => Promise<T>, place?: Place) => Promise<T>

/** A place in a lane. */
export interface Place {
  leave(): void
  enter(): Promise<void>
}

/** Waits for what is missing (time, network, a token), and tells for what. Only some waits cost an attempt. */
export function createPersist({ mode, signal, sleep }: UploadJob, ports: UploadPorts, emit: Emit): Persist {
  const { clock, connection, lanes } = ports
  /** What a task within a task has given up on is not begun again around it. */
  const hopeless = new WeakSet<FileError>()

  return async function persist(step, task, place) {
    for (let attempt = 1; ;) {
      try {
        return await task()
      } catch (cause) {
        signal.throwIfAborted()
        const error = forWhom(mode, cause, step)
        const wait = waitFor(error, step, attempt)
        if (!wait) {
          hopeless.add(error)
          throw error
        }
        if (wait.costsAttempt) attempt += 1
        emit({ type: 'waiting', waiting: wait.waiting })
        // Whoever sets out now would only run into the same wall.
        const release = wait.waiting.for === 'retry' ? undefined : lanes.start.hold()
        place?.leave()
        let entering: Promise<void> | undefined
        try {
          await sleep(wait.arm, signal)
          // In line before those are let in who have not begun.
          entering = place?.enter()
        } finally {
          release?.()
        }
        await entering
        emit({ type: 'started' })
      }
    }
  }

  function waitFor(error: FileError, step: UploadStep, attempt: number): Wait | null {
    if (hopeless.has(error)) return null
    if (noNetwork.has(error.code) && !connection.isOnline()) {
      const arm: Arm = (wake) => connection.onWake(() => connection.isOnline() && wake())
      return { waiting: { for: 'network' }, costsAttempt: false, arm }
    }
    const delayMs = error.code === 'sign-in' ? null : ports.retry(error, attempt)
    if (delayMs === null) {
      // Where the server that gives tokens cannot be reached for long, it is no longer about the network.
      const lacksToken = error.code === 'sign-in' || error.status === 0
      return lacksToken ? { waiting: { for: 'sign-in' }, costsAttempt: false, arm: ports.onSignIn } : null
    }
    const until = clock.now() + delayMs
    const isAskedFor = error.retryAfterMs !== undefined
    const arm: Arm = (wake) => {
      const callOff = clock.setTimeout(wake, delayMs)
      // Not before its time where the server asked for the wait; and timers of hidden pages come late.
      const unsubscribe = connection.onWake(
        (reason) => ((reason === 'online' && !isAskedFor) || clock.now() >= until) && wake(),
      )
      return () => {
        callOff()
        unsubscribe()
      }
    }
    return { waiting: { for: 'retry', step, until, attempt, error }, costsAttempt: !isAskedFor, arm }
  }
}

/** What a network that has gone looks like from here; without it no token can be fetched either. */
const noNetwork: ReadonlySet<FileErrorCode> = new Set(['network', 'timeout', 'stalled', 'sign-in'])

interface Wait {
  readonly waiting: Waiting
  readonly costsAttempt: boolean
  /** Sets up what ends the wait. */
  readonly arm: Arm
}
