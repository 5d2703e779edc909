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
  #restsUntil = -Infinity
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
      this.#admit()
    })
  }

  /** Whether a busy server wants to be left in peace, also by those who are inside already. */
  get isResting(): boolean {
    return this.#clock.now() < this.#restsUntil
  }

  /** For those who are inside and call once more. */
  rest(signal: AbortSignal): Promise<void> {
    const delayMs = this.#restsUntil - this.#clock.now()
    return abortable(signal, (resolve) => this.#clock.setTimeout(() => resolve(), delayMs))
  }

  /** A server that is busy is left in peace by all; then one at a time, and one more with each success. */
  #rest(delayMs: number): void {
    this.#width = 1
    this.#restsUntil = Math.max(this.#restsUntil, this.#clock.now() + delayMs)
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
