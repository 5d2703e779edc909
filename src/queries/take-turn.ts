import type { QueryKey } from '@tanstack/react-query'
import { hashKey } from '@tanstack/react-query'
import type { FileClient } from '../create-file-client.js'

/** A place in line. */
interface Turn {
  /** Nobody was before it. */
  readonly isFirst: boolean
  /** Nobody is before it any more. */
  readonly come: Promise<unknown>
  end(): void
}

/**
 * Stands in line for files where they are kept, a list or their own, in the order of the calls: of two changes of one thing
 * the later one is to win, however long the earlier one takes.
 */
export function takeTurn(client: FileClient, at: QueryKey, fileIds: readonly string[]): Turn {
  const lines = linesOf.get(client) ?? new Map<string, Promise<void>>()
  linesOf.set(client, lines)
  const keys = fileIds.map((id) => hashKey([...at, id]))
  const before = keys.flatMap((key) => lines.get(key) ?? [])
  let tell = () => {}
  const over = new Promise<void>((resolve) => (tell = resolve))
  for (const key of keys) lines.set(key, over)
  return {
    isFirst: before.length === 0,
    come: Promise.all(before),
    end() {
      tell()
      for (const key of keys) if (lines.get(key) === over) lines.delete(key)
    },
  }
}

const linesOf = new WeakMap<FileClient, Map<string, Promise<void>>>()
