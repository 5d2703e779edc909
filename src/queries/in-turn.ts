import type { Clock } from '../api/clock.js'
import type { FileError, FileStep } from '../api/errors.js'
import { toFileError } from '../api/errors.js'
import { byHalves } from '../transfer/by-halves.js'
import { Lane } from '../transfer/lane.js'

interface Turns<Item> {
  readonly clock: Clock
  /** What is done, for whoever reads why it failed. */
  readonly step: FileStep
  /** How many items one call may hold; one that sinks it goes alone. @default 1 */
  readonly atOnce?: number | undefined
  readonly act: (items: readonly Item[]) => Promise<unknown>
  /** Told of many at a time: whoever listens has a long list to go through. */
  readonly onRefused: (refused: ReadonlyMap<Item, FileError>) => void
}

/**
 * Does something to each, a few at a time. Where epilot is busy, all wait as long as it asks for and then go on. Answers
 * with why some were refused.
 */
export async function inTurn<Item>(
  items: readonly Item[],
  { clock, step, atOnce = 1, act, onRefused }: Turns<Item>,
): Promise<ReadonlyMap<Item, FileError>> {
  const lane = new Lane(atATime, clock)
  const all = new Map<Item, FileError>()
  let untold = new Map<Item, FileError>()
  const tell = () => {
    const refused = untold
    untold = new Map()
    if (refused.size > 0) onRefused(refused)
  }
  const note = (some: readonly Item[], cause: unknown) => {
    if (untold.size === 0) clock.setTimeout(tell, togetherMs)
    for (const item of some) {
      const error = toFileError(cause, step)
      untold.set(item, error)
      all.set(item, error)
    }
  }
  const starts = Array.from({ length: Math.ceil(items.length / atOnce) }, (_, batch) => batch * atOnce)
  await Promise.all(starts.map((start) => byHalves(items.slice(start, start + atOnce), actPatiently, note)))
  tell()
  return all

  async function actPatiently(some: readonly Item[]): Promise<void> {
    for (let turn = 1; ; turn++) {
      try {
        await lane.run(() => act(some), never)
        return
      } catch (cause) {
        const { retryAfterMs } = toFileError(cause, step)
        // The lane rests for that long.
        if (retryAfterMs === undefined || turn === mostTurns) throw cause
      }
    }
  }
}

const never = new AbortController().signal
// Each is a mutation of its own, and epilot counts those.
const atATime = 4
const mostTurns = 5
const togetherMs = 250
