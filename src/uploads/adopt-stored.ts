import type { StoredFile } from '../api/stored-file.js'
import { withoutDoubles } from '../api/stored-file.js'
import type { FileAttributes } from '../api/types.js'
import type { KeptFile } from '../journal/journal-entry.js'
import { standInOf } from '../journal/kept-file.js'
import type { UploadSeed } from './create-upload.js'
import type { Uploads } from './create-uploads.js'
import { storedFiles } from './stored-files.js'
import type { Upload } from './upload.js'

/** A list of a form field, and what its files are handed in with. */
export interface FieldList {
  readonly scope: string
  readonly save: FileAttributes
}

/**
 * Takes files that lie at S3 already into a list, once for each list: what a person removes stays away. Files that the list
 * has never held are another draft's, and take its place.
 */
export function seedStored(
  uploads: Uploads,
  files: readonly StoredFile[] | undefined,
  list: FieldList,
): void {
  const known = knownOf(uploads).get(list.scope)
  const isForeign = files !== undefined && !known?.has(placesOf(files))
  noteStored(uploads, files ?? [], list.scope)
  if (!known) adoptStored(uploads, files ?? [], list)
  else if (isForeign) replaceStored(uploads, files, list)
}

/** Remembers what a list has held: whoever kept it as a value may bring it back when the field comes again. */
export function noteStored(uploads: Uploads, files: readonly StoredFile[], scope: string): void {
  const lists = knownOf(uploads)
  lists.set(scope, (lists.get(scope) ?? new Set()).add(placesOf(files)))
}

/** Lets a list be what it was at first, for another submission. */
export function forgetSeed(uploads: Uploads, scope: string): void {
  knownOf(uploads).delete(scope)
}

/** Which files, whatever is said of them. */
export function placesOf(files: readonly StoredFile[]): string {
  return JSON.stringify(withoutDoubles(files).map(placeOf))
}

/** Makes a list hold these files and no others. */
export function replaceStored(uploads: Uploads, files: readonly StoredFile[], list: FieldList): void {
  const wanted = new Set(files.map(placeOf))
  for (const upload of uploads.list(list.scope).getState()) {
    const place = storedPlaceOf(upload)
    if (place === undefined || !wanted.has(place)) upload.dismiss()
  }
  adoptStored(uploads, files, list)
}

/** What a reload has brought back stands in for what the list was given. */
export function dropTwins(uploads: Uploads, scope: string): void {
  const listed = uploads.list(scope).getState()
  const own = new Set(listed.filter(({ mode }) => mode === 'journey').map(storedPlaceOf))
  const twins = listed.filter((upload) => upload.mode !== 'journey' && own.has(storedPlaceOf(upload)))
  if (twins.length > 0) uploads.remove(twins)
}

const known = new WeakMap<Uploads, Map<string, Set<string>>>()

/** What each list has held, by its scope. */
function knownOf(uploads: Uploads): Map<string, Set<string>> {
  const before = known.get(uploads)
  if (before) return before
  const lists = new Map<string, Set<string>>()
  known.set(uploads, lists)
  // Whoever comes next on a shared computer begins anew.
  uploads.closing.addEventListener('abort', () => known.delete(uploads), { once: true })
  return lists
}

function adoptStored(uploads: Uploads, files: readonly StoredFile[], list: FieldList): void {
  const known = new Set(uploads.list(list.scope).getState().map(storedPlaceOf))
  uploads.adopt(files.filter((file) => !known.has(placeOf(file))).map((file) => seedOf(file, list)))
}

function seedOf(stored: StoredFile, { scope, save }: FieldList): UploadSeed {
  return {
    id: `${scope} ${placeOf(stored)}`,
    file: standInOf(keptFileOf(stored)),
    scope,
    save,
    // Of no owner and no journey: the journal leaves them to whoever gave them.
    mode: 'user',
    owner: undefined,
    restored: {
      state: { status: 'done', result: { kind: 'stored', s3ref: stored.s3ref } },
      interruptedAt: undefined,
      lacksBytes: true,
      prepared: undefined,
    },
  }
}

function keptFileOf({ filename, contentType = '', size = 0 }: StoredFile): KeptFile {
  return { name: filename, path: filename, type: contentType, sizeBytes: size, lastModified: 0 }
}

function storedPlaceOf(upload: Upload): string | undefined {
  const [stored] = storedFiles([upload])
  return stored && placeOf(stored)
}

function placeOf({ s3ref: { bucket, key } }: StoredFile): string {
  return JSON.stringify([bucket, key])
}
