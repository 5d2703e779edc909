import { keyOf } from './key-of.js'
import { pathOf } from './path-of.js'

/**
 * Which files have been seen. Only where a path comes again is a file asked for the rest of what tells it apart: each
 * is a question to the browser, and there may be thousands of files.
 */
export class SeenFiles {
  /** The one file of a path, or the keys of several: phones call every photo the same. */
  readonly #byPath = new Map<string, File | Set<string>>()

  has(file: File, path = pathOf(file)): boolean {
    const seen = this.#byPath.get(path)
    if (!seen) return false
    return seen instanceof Set ? seen.has(keyOf(file)) : keyOf(seen) === keyOf(file)
  }

  add(file: File, path = pathOf(file)): void {
    const seen = this.#byPath.get(path)
    if (!seen) this.#byPath.set(path, file)
    else if (seen instanceof Set) seen.add(keyOf(file))
    else this.#byPath.set(path, new Set([keyOf(seen), keyOf(file)]))
  }
}
