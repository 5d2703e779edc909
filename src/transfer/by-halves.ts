import type { FileErrorCode } from '../api/errors.js'
import { FileError } from '../api/errors.js'

/**
 * Makes one call for many items. Where it is refused for what may be the fault of one of them, each half is called for
 * alone, so that one bad item does not sink the others; `onRefused` is told of those that remain.
 */
export async function byHalves<Item>(
  items: readonly Item[],
  call: (some: readonly Item[]) => Promise<unknown>,
  onRefused: (some: readonly Item[], error: unknown) => void,
): Promise<void> {
  let refusedAlone = 0
  let hopeless: { readonly error: unknown } | undefined
  await send(items)

  async function send(some: readonly Item[]): Promise<void> {
    const refusal = hopeless ?? (await refusalOf(some))
    if (!refusal) {
      refusedAlone = -Infinity
      return
    }
    const { error } = refusal
    if (some.length > 1 && !hopeless && error instanceof FileError && refusedForOne.has(error.code)) {
      const middle = some.length >> 1
      await send(some.slice(0, middle))
      await send(some.slice(middle))
      return
    }
    // Several refused alone and none accepted: it is none of them, and asking for each would change nothing.
    refusedAlone += 1
    if (refusedAlone === 3) hopeless = refusal
    onRefused(some, error)
  }

  async function refusalOf(some: readonly Item[]): Promise<{ readonly error: unknown } | undefined> {
    try {
      await call(some)
      return undefined
    } catch (error) {
      return { error }
    }
  }
}

/** Refusals that may be about one of many only. */
const refusedForOne: ReadonlySet<FileErrorCode> = new Set([
  'bad-request',
  'not-found',
  'type-not-allowed',
  'conflict',
])
