import type { EntityRef, FileEntity, S3Ref } from '../api/types.js'
import { tallyVersions } from './tally-versions.js'
import type { World } from './world.js'
import { entityKey } from './world.js'

/** A file that was meant to be saved. */
export interface MeantFile {
  /** With the name and the bytes it should be saved with. */
  readonly file: File
  /** What it was meant to be attached to, by `_files` where no attribute is named. @default to nothing */
  readonly entity?: EntityRef | undefined
  /** The id of the file that it was meant to be a new version of, and no file of its own. */
  readonly versionOf?: string | undefined
}

/**
 * What has become of the files that were meant, by their names. `right`, or in as many of the other lists as apply. Bytes
 * that were sent and never saved are no files.
 */
export interface Tally {
  /** Saved once, with the right bytes, and related once to just what it was meant for. */
  readonly right: readonly string[]
  /** Not saved. */
  readonly lost: readonly string[]
  /** Saved, or related, more often than meant: once for each copy, each version too many, and each file related too often. */
  readonly doubled: readonly string[]
  /** Saved with other bytes. */
  readonly damaged: readonly string[]
  /** Saved, but not attached to what it was meant for. */
  readonly orphaned: readonly string[]
  /** Saved, though no file of this name was meant. */
  readonly unexpected: readonly string[]
}

export interface TallyParts {
  readonly world: Pick<World, 'files' | 'relations'>
  readonly read: (s3ref: S3Ref) => Blob | undefined | Promise<Blob | undefined>
}

/** Compares what is there with what was meant. Files of one name are told apart by their bytes. */
export async function tally({ world, read }: TallyParts, meant: readonly MeantFile[]): Promise<Tally> {
  const versions = meant.filter(({ versionOf }) => versionOf !== undefined)
  const whole = meant.filter(({ versionOf }) => versionOf === undefined)
  const { right, lost, doubled, damaged } = await tallyVersions(world, versions, hasBytes)
  const lists: Lists = { right: [], lost: [], doubled: [], damaged: [], orphaned: [], unexpected: [] }
  const places = placesOf(world)
  const unclaimed = byName(world.files.values())

  const missed: MeantFile[] = []
  for (const one of whole) {
    // The oldest version: newer ones were meant by somebody else.
    const saved = await find(one, (file) => hasBytes(file.versions?.at(-1) ?? file, one.file))
    if (saved) judge(one, saved, true)
    else missed.push(one)
  }
  // Only now, so that a damaged file does not pass for another one of its name.
  for (const one of missed) {
    const saved = await find(one, () => true)
    if (saved) judge(one, saved, false)
    else lists.lost.push(one.file.name)
  }

  const names = new Set(whole.map(({ file }) => file.name))
  const known = new Set(versions.map(({ versionOf }) => versionOf))
  for (const { _id, filename: name } of [...unclaimed.values()].flat()) {
    // It was there for its new versions, whether it was meant itself or not.
    if (known.has(_id)) continue
    lists[names.has(name) ? 'doubled' : 'unexpected'].push(name)
    // Nobody can say which of the two is the right one.
    const index = lists.right.indexOf(name)
    if (index >= 0) lists.right.splice(index, 1)
  }
  return {
    ...lists,
    right: [...lists.right, ...right],
    lost: [...lists.lost, ...lost],
    doubled: [...lists.doubled, ...doubled],
    damaged: [...lists.damaged, ...damaged],
  }

  /** Claims a saved file of this name; one that is attached as meant before others. */
  async function find(
    { file, entity }: MeantFile,
    is: (saved: FileEntity) => boolean | Promise<boolean>,
  ): Promise<FileEntity | undefined> {
    const candidates = unclaimed.get(file.name) ?? []
    const isAttached = ({ _id }: FileEntity) => Number(places.get(_id)?.includes(placeOf(entity)) ?? false)
    for (const candidate of candidates.toSorted((a, b) => isAttached(b) - isAttached(a))) {
      if (!(await is(candidate))) continue
      candidates.splice(candidates.indexOf(candidate), 1)
      return candidate
    }
    return undefined
  }

  function judge({ file, entity }: MeantFile, saved: FileEntity, isIntact: boolean): void {
    const related = places.get(saved._id) ?? []
    const isOrphaned = entity !== undefined && !related.includes(placeOf(entity))
    const isDoubled = related.length > (entity ? 1 : 0)
    if (!isIntact) lists.damaged.push(file.name)
    if (isOrphaned) lists.orphaned.push(file.name)
    if (isDoubled) lists.doubled.push(file.name)
    if (isIntact && !isOrphaned && !isDoubled) lists.right.push(file.name)
  }

  async function hasBytes({ s3ref }: Pick<FileEntity, 's3ref'>, file: File): Promise<boolean> {
    const stored = s3ref && (await read(s3ref))
    // A Blob never changes, and reading many takes a while.
    if (stored === file) return true
    if (stored?.size !== file.size) return false
    const [a, b] = await Promise.all([stored.arrayBuffer(), file.arrayBuffer()])
    const [left, right] = [new Uint8Array(a), new Uint8Array(b)]
    return left.every((byte, index) => byte === right[index])
  }
}

type Lists = { [List in keyof Tally]: string[] }

/** To what each file is related, by its id. Twice related is twice in it. */
function placesOf({ relations }: Pick<World, 'relations'>): ReadonlyMap<string, readonly string[]> {
  const places = new Map<string, string[]>()
  for (const [entity, items] of relations) {
    for (const { entity_id, attribute } of items) {
      places.set(entity_id, [...(places.get(entity_id) ?? []), `${entity}/${attribute}`])
    }
  }
  return places
}

function placeOf(entity: EntityRef | undefined): string {
  return entity ? `${entityKey(entity)}/${entity.attribute ?? '_files'}` : ''
}

function byName(files: Iterable<FileEntity>): Map<string, FileEntity[]> {
  const names = new Map<string, FileEntity[]>()
  for (const file of files) names.set(file.filename, [...(names.get(file.filename) ?? []), file])
  return names
}
