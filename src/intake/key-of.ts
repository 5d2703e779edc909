import { pathOf } from './path-of.js'

/** The same for the same file, as far as a page can know. */
export function keyOf(file: File, sizeBytes = file.size): string {
  return `${pathOf(file)}\n${sizeBytes}\n${file.lastModified}`
}
