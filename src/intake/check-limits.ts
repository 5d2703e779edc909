import type { Candidate } from './candidate.js'
import { refuse } from './candidate.js'
import type { Refusal } from './intake-report.js'
import type { IntakeRules } from './intake-rules.js'
import { pathOf } from './path-of.js'
import { SeenFiles } from './seen-files.js'

/** What is there, kept up with each file that comes in: thousands that come in slices are counted once. */
export interface Tally {
  count: number
  totalBytes: number
  /** What is not welcome once more. */
  readonly seen: SeenFiles
}

/** What counts although it is not in the list. */
export type Existing = Readonly<Pick<Tally, 'count' | 'totalBytes'>>

/** A file that counts; `mayRepeat` where the same is welcome again, since this one came to nothing. */
export interface CountedFile {
  readonly file: File
  readonly mayRepeat: boolean
}

export function tallyOf(files: Iterable<CountedFile>): Tally {
  const tally: Tally = { count: 0, totalBytes: 0, seen: new SeenFiles() }
  for (const { file, mayRepeat } of files) {
    tally.count++
    tally.totalBytes += file.size
    if (!mayRepeat) tally.seen.add(file)
  }
  return tally
}

/**
 * The rules that depend on all files together; asked at the very moment of adding. Accepts up to a limit: a file that is
 * too large for what is left does not keep out smaller ones behind it. What is welcome is counted in `tally`.
 */
export function checkLimits(
  candidates: readonly Candidate[],
  rules: IntakeRules,
  { tally, existing }: { readonly tally: Tally; readonly existing: Existing },
) {
  const { duplicates = 'warn', maxCount = Infinity, maxTotalBytes = Infinity } = rules
  const welcome: File[] = []
  const refused: Refusal[] = []
  for (const candidate of candidates) {
    const { file } = candidate
    // Asked once: each is a question to the browser, and there may be thousands of files.
    const { size } = file
    const path = pathOf(file)
    const refusal = judge(candidate, path, size)
    if (refusal) {
      refused.push(refusal)
      continue
    }
    welcome.push(file)
    tally.count++
    tally.totalBytes += size
    tally.seen.add(file, path)
  }
  return { welcome, refused }

  function judge(candidate: Candidate, path: string, sizeBytes: number): Refusal | null {
    const { file, waived } = candidate
    if (duplicates === 'warn' && !waived.has('duplicate') && tally.seen.has(file, path)) {
      return refuse(candidate, 'duplicate', { mayAdd: true })
    }
    if (existing.count + tally.count >= maxCount) return refuse(candidate, 'too-many', { limit: maxCount })
    if (existing.totalBytes + tally.totalBytes + sizeBytes > maxTotalBytes) {
      return refuse(candidate, 'total-too-large', { limit: maxTotalBytes })
    }
    return null
  }
}
