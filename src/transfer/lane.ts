import { abortable } from '../api/abortable.js'

/** Called when a place is free; gives the place back by calling `leave`. */
type Start = (leave: () => void) => void

/**
 * How many at a time, first come first served. What stands in line costs one closure, so that 10,000 queued files stay
 * cheap.
 */
export class Lane {
  readonly #limit: number
  /** Those before `#next` have passed and are let go of. */
  readonly #line: (Start | undefined)[] = []
  #next = 0
  #inside = 0
  #admitting = false

  constructor(limit: number) {
    this.#limit = limit
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
      return await task()
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

  #admit(): void {
    // Somebody who leaves at once must not make this call itself: 10,000 canceled files would be as many frames deep.
    if (this.#admitting) return
    this.#admitting = true
    while (this.#inside < this.#limit && this.#next < this.#line.length) {
      // An index instead of shift(): taking from the front of a long array is not cheap everywhere.
      const start = this.#line[this.#next]
      this.#line[this.#next++] = undefined
      if (this.#next === this.#line.length) this.#line.length = this.#next = 0
      this.#inside += 1
      let left = false
      start?.(() => {
        if (left) return
        left = true
        this.#inside -= 1
        this.#admit()
      })
    }
    this.#admitting = false
  }
}
