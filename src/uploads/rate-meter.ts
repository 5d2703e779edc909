/**
 * The speed of something that is counted up: the mean of the last seconds, so that it is calm, and falls while nothing
 * comes. Knows no clock; whoever asks says when.
 */
export class RateMeter {
  /** Oldest first; the first one may be older than the window, to measure from. */
  readonly #samples: Sample[] = []
  #latest: Sample | undefined
  #beganAt = 0
  #grewAt = 0

  /** How far it has come; something lower than before begins anew, and so does what comes after a long silence. */
  record(at: number, count: number): void {
    const latest = this.#latest
    if (latest && (count < latest.count || at - latest.at > windowMs)) this.clear()
    if (this.#latest === undefined || count > this.#latest.count) this.#grewAt = at
    this.#latest = { at, count }
    this.#keep(this.#latest)
  }

  clear(): void {
    this.#samples.length = 0
    this.#latest = undefined
  }

  #keep(sample: Sample): void {
    const last = this.#samples.at(-1)
    if (!last) this.#beganAt = sample.at
    // What buffers swallow in the first moment has not arrived anywhere: it is measured from after that.
    if (this.#samples.length === 1 && sample.at - this.#beganAt <= settleMs) this.#samples[0] = sample
    else if (!last || sample.at - last.at >= spacingMs) this.#samples.push(sample)
    while (this.#samples[1] && this.#samples[1].at <= sample.at - windowMs) this.#samples.shift()
  }

  /** Units a second; `null` before there is enough to say, and after a while without any. */
  perSecond(now: number): number | null {
    const latest = this.#latest
    const [first] = this.#samples
    if (!latest || !first || latest.count === first.count) return null
    if (now - first.at < enoughMs || now - this.#grewAt > stalledMs) return null
    return ((latest.count - first.count) / (now - first.at)) * 1000
  }
}

interface Sample {
  readonly at: number
  readonly count: number
}

const windowMs = 10_000
const settleMs = 500
const spacingMs = 250
const enoughMs = 2000
const stalledMs = 5000
