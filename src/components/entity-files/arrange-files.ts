import type { FileEntity } from '../../api/types.js'
import { displayName } from '../../parts/display-name.js'
import type { FileKind } from '../../parts/file-kind.js'
import { fileKind } from '../../parts/file-kind.js'
import { fold } from '../../parts/find-in-name.js'
import { byTime } from '../../queries/entity-files-query.js'
import type { AddedSince } from './added-since.js'

/** In what order files stand. */
export interface FileSort {
  readonly by: 'added' | 'name' | 'size' | 'type'
  readonly order: 'asc' | 'desc'
}

/** Which files are shown. */
export interface FileFilter {
  /** Part of the name; '' lets all through. */
  readonly name: string
  /** One of them; none lets all through. */
  readonly kinds: ReadonlySet<FileKind>
  /** One of them; none lets all through. */
  readonly tags: ReadonlySet<string>
  /** `null` lets all through; else those of which nobody knows are not among them. */
  readonly added: AddedSince | null
}

/** Those files that the filter lets through, in the order of `sort`; what is equal stays as it stood. */
export function arrangeFiles<File extends FileEntity>(
  files: readonly File[],
  { name, kinds, tags, added }: FileFilter,
  { by, order }: FileSort,
  locale: string,
): readonly File[] {
  const needle = fold(name.trim())
  const found = files.filter(
    (file) =>
      (needle === '' || fold(displayName(file.filename)).includes(needle)) &&
      (kinds.size === 0 || kinds.has(kindOf(file))) &&
      (tags.size === 0 || tagsOf(file).some((tag) => tags.has(tag))) &&
      (added === null || Date.parse(file._created_at ?? '') >= added.at),
  )
  const compare = comparisons[by](new Intl.Collator(locale, { numeric: true }))
  const sign = order === 'asc' ? 1 : -1
  return found.toSorted((a, b) => sign * compare(a, b))
}

/** What a collection can be filtered by, and how many files each lets through. */
export interface Facets {
  readonly kinds: ReadonlyMap<FileKind, number>
  readonly tags: ReadonlyMap<string, number>
}

/** The kinds and tags of files, the most frequent first. */
export function facetsOf(files: readonly FileEntity[]): Facets {
  return { kinds: tally(files.map(kindOf)), tags: tally(files.flatMap(tagsOf)) }
}

/** What a file is at a glance. */
export function kindOf({ custom_download_url, filename, mime_type }: FileEntity): FileKind {
  return custom_download_url ? 'link' : fileKind(filename, mime_type)
}

/** Its own tags and the labels it has here, each once. */
export function tagsOf(file: FileEntity & { readonly $relation?: { readonly _tags?: readonly string[] } }) {
  return [...new Set([...(file._tags ?? []), ...(file.$relation?._tags ?? [])])]
}

type Compare = (a: FileEntity, b: FileEntity) => number

const byName =
  ({ compare }: Intl.Collator): Compare =>
  (a, b) =>
    compare(a.filename, b.filename)

const comparisons: Readonly<Record<FileSort['by'], (collator: Intl.Collator) => Compare>> = {
  added: () => byTime,
  name: byName,
  size: () => (a, b) => (a.size_bytes ?? 0) - (b.size_bytes ?? 0),
  type: (collator) => (a, b) => collator.compare(extensionOf(a), extensionOf(b)) || byName(collator)(a, b),
}

function extensionOf({ filename }: FileEntity): string {
  return /\.([^.]+)$/.exec(filename)?.[1]?.toLowerCase() ?? ''
}

function tally<Value>(values: readonly Value[]): ReadonlyMap<Value, number> {
  const counts = new Map<Value, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return new Map([...counts].toSorted(([, a], [, b]) => b - a))
}
