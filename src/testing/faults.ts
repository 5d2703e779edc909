import type { Operation } from './ledger.js'

/**
 * What goes wrong with a call.
 *
 * - `'network'`: the connection breaks before anything happens
 * - `'lost-answer'`: the call takes effect, its answer never arrives
 * - `'hang'`: no answer comes until the caller gives up
 * - `'cors'`: the browser does not let the call through; a page cannot tell it from `'network'`, but the host can be reached
 * - `'expired-link'`, `'wrong-signature'`: what S3 says to a `put` or `get`, readable as where CORS covers its refusals
 * - `{ cutAtByte }`, `{ stallAtByte }`, `{ bytesPerSecond }`: how far, and how fast, the bytes pass
 * - an answer: instead of the right one, without effect. A `body` that is a string is sent as HTML, so that proxies'
 *   pages, empty answers and broken JSON can be told; anything else as JSON
 *
 * @example
 * server.failNext('put', { status: 503, headers: { 'Retry-After': '2' } })
 * server.failNext('put', { cutAtByte: 40_000 })
 * server.failNext('getFile', { status: 200, body: '<h1>Sign in</h1>' })
 */
export type Fault =
  'network' | 'lost-answer' | 'hang' | 'cors' | 'expired-link' | 'wrong-signature' | BytesFault | FaultyAnswer

/** What happens to bytes on their way: those of a `put`, or of the answer to any other call, which has taken effect then. */
export type BytesFault =
  /** The connection breaks after so many bytes. */
  | { readonly cutAtByte: number }
  /** No byte more passes after so many; the connection stays open until the caller gives up. */
  | { readonly stallAtByte: number }
  /** They pass so slowly, and arrive. */
  | { readonly bytesPerSecond: number }

/** An answer of the server that is wrong. */
export interface FaultyAnswer {
  readonly status: number
  /** @default what epilot or S3 says with this status */
  readonly body?: unknown
  readonly headers?: Readonly<Record<string, string>>
}

/** Says of a call what goes wrong with it; nothing, if it says nothing. */
export type ChooseFault = (operation: Operation) => Fault | undefined

/** Faults that wait for their call, in the order in which they were scripted. */
export class Faults {
  readonly #waiting = new Map<Operation, { readonly fault: Fault; times: number }[]>()
  /** What was found for PUTs that have set out and are not delivered yet, by URL. */
  readonly #begun = new Map<string, Fault | undefined>()
  #choose: ChooseFault | undefined

  add(operation: Operation, fault: Fault, times: number): void {
    if (times < 1) return
    const line = this.#waiting.get(operation) ?? []
    line.push({ fault, times })
    this.#waiting.set(operation, line)
  }

  chooseBy(choose: ChooseFault): void {
    this.#choose = choose
  }

  /** A PUT sets out: whatever befalls it is settled now. */
  begin(url: string): Fault | undefined {
    const fault = this.#scripted('put') ?? this.#choose?.('put')
    // Its sender takes the time that slow bytes need.
    this.#begun.set(url, isSlow(fault) ? undefined : fault)
    return fault
  }

  take(operation: Operation, url: string): Fault | undefined {
    if (!this.#begun.has(url)) return this.#scripted(operation) ?? this.#choose?.(operation)
    const fault = this.#begun.get(url)
    this.#begun.delete(url)
    return fault ?? this.#scripted(operation)
  }

  #scripted(operation: Operation): Fault | undefined {
    const line = this.#waiting.get(operation) ?? []
    const [next] = line
    if (next && --next.times <= 0) line.shift()
    return next?.fault
  }

  clear(): void {
    this.#waiting.clear()
    this.#begun.clear()
    this.#choose = undefined
  }
}

function isSlow(fault: Fault | undefined): boolean {
  return typeof fault === 'object' && 'bytesPerSecond' in fault
}
