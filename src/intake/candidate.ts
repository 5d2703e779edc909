import type { Refusal, RefusalReason } from './intake-report.js'
import { pathOf } from './path-of.js'

/** A file that wants to come in. */
export interface Candidate {
  readonly file: File
  /** The rules that a person has waived for it by "Add anyway". */
  readonly waived: ReadonlySet<RefusalReason>
}

/** What is known of a refusal besides its file and reason. */
type RefusalDetails = Partial<Omit<Refusal, 'file' | 'path' | 'reason'>>

/** Candidates for which every rule holds. */
export function candidatesOf(files: readonly File[]): readonly Candidate[] {
  return files.map((file) => ({ file, waived: none }))
}

export function refuse(candidate: Candidate, reason: RefusalReason, details?: RefusalDetails): Refusal {
  const { file, waived } = candidate
  const refusal = { file, path: pathOf(file), reason, mayAdd: false, ...details }
  waivedFor.set(refusal, waived)
  return refusal
}

/** The file once more, without the rule that held it back and those that did so before. */
export function candidateAgain(refusal: Refusal): Candidate {
  return { file: refusal.file, waived: new Set([...(waivedFor.get(refusal) ?? none), refusal.reason]) }
}

const none: ReadonlySet<RefusalReason> = new Set()
const waivedFor = new WeakMap<Refusal, ReadonlySet<RefusalReason>>()
