import type { Operation } from './ledger.js'

/**
 * What goes wrong with a call.
 *
 * - `'network'`: the connection breaks before anything happens
 * - `'lost-answer'`: the call takes effect, its answer never arrives
 * - `'hang'`: no answer comes until the caller gives up
 * - an answer: instead of the right one, without effect. A `body` that is a string is sent as HTML, so that proxies'
 *   pages, empty answers and broken JSON can be told; anything else as JSON
 *
 * @example
 * server.failNext('put', { status: 503, headers: { 'Retry-After': '2' } })
 * server.failNext('getFile', { status: 200, body: '<h1>Sign in</h1>' })
 */
export type Fault = 'network' | 'lost-answer' | 'hang' | FaultyAnswer

/** An answer of the server that is wrong. */
export interface FaultyAnswer {
  readonly status: number
  /** @default what epilot or S3 says with this status */
  readonly body?: unknown
  readonly headers?: Readonly<Record<string, string>>
}

/** Faults that wait for their call, in the order in which they were scripted. */
export class Faults {
  readonly #waiting = new Map<Operation, { readonly fault: Fault; times: number }[]>()

  add(operation: Operation, fault: Fault, times: number): void {
    if (times < 1) return
    const line = this.#waiting.get(operation) ?? []
    line.push({ fault, times })
    this.#waiting.set(operation, line)
  }

  take(operation: Operation): Fault | undefined {
    const line = this.#waiting.get(operation) ?? []
    const [next] = line
    if (next && --next.times <= 0) line.shift()
    return next?.fault
  }

  clear(): void {
    this.#waiting.clear()
  }
}
