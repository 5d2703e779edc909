import type { FileVersion } from '../api/types.js'
import type { World } from './world.js'

/** A file that was meant to be a new version of another one. */
export interface MeantVersion {
  readonly file: File
  readonly versionOf?: string | undefined
}

/** What became of the new versions that were meant, by name. Whatever other versions a file has are somebody else's. */
export interface VersionsTally {
  readonly right: readonly string[]
  readonly lost: readonly string[]
  readonly doubled: readonly string[]
  readonly damaged: readonly string[]
}

/** Compares the versions of files with what was meant; `hasBytes` tells whether one is what was sent. */
export async function tallyVersions(
  { files }: Pick<World, 'files'>,
  meant: readonly MeantVersion[],
  hasBytes: (version: FileVersion, file: File) => Promise<boolean>,
): Promise<VersionsTally> {
  const lists = {
    right: [] as string[],
    lost: [] as string[],
    doubled: [] as string[],
    damaged: [] as string[],
  }
  for (const id of new Set(meant.map(({ versionOf }) => versionOf))) {
    // The oldest is what the file began with.
    const left = [...(files.get(id ?? '')?.versions.slice(0, -1) ?? [])]
    const mine = meant.filter(({ versionOf }) => versionOf === id).map(({ file }) => file)
    const missed: File[] = []
    for (const file of mine) {
      if (await take(left, file, (version) => hasBytes(version, file))) lists.right.push(file.name)
      else missed.push(file)
    }
    for (const file of missed) {
      const isThere = await take(left, file, async () => true)
      lists[isThere ? 'damaged' : 'lost'].push(file.name)
    }
    const names = new Set(mine.map(({ name }) => name))
    for (const { filename = '' } of left) if (names.has(filename)) lists.doubled.push(filename)
  }
  // Nobody can say which of the two is the right one.
  return { ...lists, right: lists.right.filter((name) => !lists.doubled.includes(name)) }
}

/** Whether there was one of this name that is right; it belongs to nobody else then. */
async function take(
  left: FileVersion[],
  { name }: File,
  is: (version: FileVersion) => Promise<boolean>,
): Promise<boolean> {
  for (const [index, version] of left.entries()) {
    if (version.filename !== name || !(await is(version))) continue
    left.splice(index, 1)
    return true
  }
  return false
}
