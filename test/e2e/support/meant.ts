import type { EntityRef } from '../../../src/core.js'
import type { MeantFile } from '../../../src/testing.js'
import { bytesOf } from '../page/bytes.js'
import type { FileSeed } from '../page/main.js'

/** What the server's tally must find of these files. */
export function meant(seeds: readonly FileSeed[], entity: EntityRef): readonly MeantFile[] {
  return seeds.map(({ name, type, seed, sizeBytes }) => ({
    file: new File([bytesOf(seed, sizeBytes)], name, { type }),
    entity,
  }))
}

/** A tally without anything wrong in it. */
export const allRight = (names: readonly string[]) => ({
  right: names,
  lost: [],
  doubled: [],
  damaged: [],
  orphaned: [],
  unexpected: [],
})
