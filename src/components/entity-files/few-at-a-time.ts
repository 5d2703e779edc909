import type { Clock } from '../../api/clock.js'
import { Lane } from '../../transfer/lane.js'

interface Turns<Item> {
  readonly clock: Clock
  readonly act: (item: Item) => Promise<unknown>
  readonly onFailed: (item: Item, cause: unknown) => void
}

/** Does something to each, a few at a time, slower where epilot is busy. Answers those that it went well with. */
export async function fewAtATime<Item>(
  items: readonly Item[],
  { clock, act, onFailed }: Turns<Item>,
): Promise<readonly Item[]> {
  const lane = new Lane(atATime, clock)
  const failed = new Set<Item>()
  const fail = (item: Item) => (cause: unknown) => {
    failed.add(item)
    onFailed(item, cause)
  }
  await Promise.all(items.map((item) => lane.run(() => act(item), never).catch(fail(item))))
  return items.filter((item) => !failed.has(item))
}

const never = new AbortController().signal
const atATime = 4
