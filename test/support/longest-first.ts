import type { TestSpecification } from 'vitest/node'
import { BaseSequencer } from 'vitest/node'

/** A fresh clone knows no times of earlier runs: what takes a minute and more must not begin when all others are done. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files)
    return sorted.toSorted((a, b) => Number(isLong(b)) - Number(isLong(a)))
  }
}

function isLong({ moduleId }: TestSpecification): boolean {
  return moduleId.endsWith('/chaos.e2e.ts')
}
