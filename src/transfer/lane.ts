import { abortable } from '../api/abortable.js'
import type { Clock } from '../api/clock.js'
import { systemClock } from '../api/clock.js'
import { FileError } from '../api/errors.js'

/** Called when a place is free; gives the place back by calling `leave`. */
type Start = (leave: () => void) => void

/**
 * How many at a time, first come first served. What stands in line costs one closure, so that 10,000 queued files stay
 * cheap.
 */
export class Lane {
  readonly #limit: number
  /** How many may be inside just now: fewer after a server was busy. */
  #width: number
  #holds = 0
  /** Those who are inside, and go on once nobody is held up any more. */
  readonly #resting = new Set<() => void>()
  /** Those before `#next` have passed and are let go of. */
  readonly #line: (Start | undefined)[] = []
  #next = 0
  #inside = 0
  #admitting = false

  readonly #clock: Clock

  constructor(limit: number, clock: Clock = systemClock) {
    this.#limit = this.#width = limit
    this.#clock = clock
  }

  /** Calls `start` when its turn comes, at once if a place is free. */
  enter(start: Start): void {
    this.#line.push(start)
    this.#admit()
  }

  /** Runs `task` in a place of this lane; rejects as soon as the signal aborts while it stands in line. */
  async run<T>(task: () => Promise<T>, signal: AbortSignal): Promise<T> {
    const leave = await this.place(signal)
    try {
      // It may have aborted between getting the place and being told of it.
      signal.throwIfAborted()
      const result = await task()
      this.#width = Math.min(this.#limit, this.#width + 1)
      return result
    } catch (cause) {
      if (cause instanceof FileError && cause.retryAfterMs) this.#rest(cause.retryAfterMs)
      throw cause
    } finally {
      leave()
    }
  }

  /** Resolves with `leave` once a place is free; rejects as soon as the signal aborts. `first` goes to the front. */
  place(signal: AbortSignal, { first = false } = {}): Promise<() => void> {
    return abortable(signal, (resolve) => {
      const start: Start = (leave) => (signal.aborted ? leave() : resolve(leave))
      if (first) this.#line.splice(this.#next, 0, start)
      else this.#line.push(start)
      this.#admit()
    })
  }

  /** Lets nobody in until the returned function is called; who is inside goes on. */
  hold(): () => void {
    this.#holds += 1
    return once(() => {
      this.#holds -= 1
      if (this.#holds === 0) this.#resting.forEach((goOn) => goOn())
      this.#admit()
    })
  }

  get isHeld(): boolean {
    return this.#holds > 0
  }

  /** For those who are inside already, and call once more: resolves when others would be let in. */
  async untilOpen(signal: AbortSignal): Promise<void> {
    while (this.isHeld) {
      await abortable<void>(signal, (resolve) => {
        const goOn = () => {
          this.#resting.delete(goOn)
          resolve()
        }
        this.#resting.add(goOn)
        return () => this.#resting.delete(goOn)
      })
    }
  }

  /** A server that is busy is left in peace by all; then one at a time, and one more with each success. */
  #rest(delayMs: number): void {
    this.#width = 1
    this.#clock.setTimeout(this.hold(), delayMs)
  }

  #admit(): void {
    // Somebody who leaves at once must not make this call itself: 10,000 canceled files would be as many frames deep.
    if (this.#admitting) return
    this.#admitting = true
    while (!this.#holds && this.#inside < this.#width && this.#next < this.#line.length) {
      // An index instead of shift(): taking from the front of a long array is not cheap everywhere.
      const start = this.#line[this.#next]
      this.#line[this.#next++] = undefined
      if (this.#next === this.#line.length) this.#line.length = this.#next = 0
      this.#inside += 1
      start?.(
        once(() => {
          this.#inside -= 1
          this.#admit()
        }),
      )
    }
    this.#admitting = false
  }
}

function once(action: () => void): () => void {
  let isOver = false
  return () => {
    if (isOver) return
    isOver = true
    action()
  }
}
