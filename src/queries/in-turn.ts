import type { Clock } from '../api/clock.js'
import type { FileError, FileStep } from '../api/errors.js'
import { toFileError } from '../api/errors.js'
import { Lane } from '../transfer/lane.js'

interface Turns<Item> {
  readonly clock: Clock
  /** What is done, for whoever reads why it failed. */
  readonly step: FileStep
  readonly act: (item: Item) => Promise<unknown>
  /** Told of many at a time: whoever listens has a long list to go through. */
  readonly onRefused: (refused: ReadonlyMap<Item, FileError>) => void
}

/**
 * Does something to each, a few at a time. Where epilot is busy, all wait as long as it asks for and then go on. Answers
 * with why some were refused.
 */
export async function inTurn<Item>(
  items: readonly Item[],
  { clock, step, act, onRefused }: Turns<Item>,
): Promise<ReadonlyMap<Item, FileError>> {
  const lane = new Lane(atATime, clock)
  const all = new Map<Item, FileError>()
  let untold = new Map<Item, FileError>()
  const tell = () => {
    const refused = untold
    untold = new Map()
    if (refused.size > 0) onRefused(refused)
  }
  await Promise.all(
    items.map(async (item) => {
      const error = await refusalOf(item)
      if (!error) return
      if (untold.size === 0) clock.setTimeout(tell, togetherMs)
      untold.set(item, error)
      all.set(item, error)
    }),
  )
  tell()
  return all

  async function refusalOf(item: Item): Promise<FileError | null> {
    for (let turn = 1; ; turn++) {
      try {
        await lane.run(() => act(item), never)
        return null
      } catch (cause) {
        const error = toFileError(cause, step)
        // The lane rests for that long.
        if (error.retryAfterMs === undefined || turn === mostTurns) return error
      }
    }
  }
}

const never = new AbortController().signal
// Each is a mutation of its own, and epilot counts those.
const atATime = 4
const mostTurns = 5
const togetherMs = 250
