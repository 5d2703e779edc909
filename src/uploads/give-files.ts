import { pathOf } from '../intake/path-of.js'
import type { Upload } from './upload.js'

/**
 * Gives files to the uploads that wait for theirs, by path and size, else by name and size; one file to many where it was
 * put into many lists. A file of the same name and another size is given too, so that its row tells what is wrong.
 * Answers with the files that belong to none.
 */
export function giveFiles(waiting: readonly Upload[], files: readonly File[]): readonly File[] {
  const left = new Set(files)
  const bySize = groupBy(files, sameSize)
  const byName = groupBy(files, ({ name }) => name)

  const unserved = waiting.filter((upload) => !give(upload, best(upload.file)))
  for (const upload of unserved)
    give(
      upload,
      (byName.get(upload.file.name) ?? []).find((file) => left.has(file)),
    )
  // Whoever picks one file while one upload waits means that one.
  const [upload] = unserved
  if (unserved.length === 1 && files.length === 1 && upload) give(upload, [...left][0])
  return [...left]

  /** Of those that may be it, the one most like it. */
  function best(needed: File): File | undefined {
    const rank = (file: File) =>
      (pathOf(file) === pathOf(needed) ? 4 : 0) +
      (file.lastModified === needed.lastModified ? 2 : 0) +
      (left.has(file) ? 1 : 0)
    return bySize.get(sameSize(needed))?.toSorted((one, other) => rank(other) - rank(one))[0]
  }

  /** Whether it was the right one. */
  function give(upload: Upload, file: File | undefined): boolean {
    if (!file) return false
    left.delete(file)
    return upload.giveFile(file)
  }
}

function sameSize({ name, size }: File): string {
  return `${size} ${name}`
}

function groupBy(
  files: readonly File[],
  keyOf: (file: File) => string,
): ReadonlyMap<string, readonly File[]> {
  const groups = new Map<string, File[]>()
  for (const file of files) {
    const group = groups.get(keyOf(file)) ?? []
    groups.set(keyOf(file), group)
    group.push(file)
  }
  return groups
}
