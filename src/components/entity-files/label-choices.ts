import type { RelatedFile } from '../../api/types.js'
import { labelsOf } from '../../queries/entity-files-query.js'

/** Whether all files, none or only some have a label. */
export type LabelChoice = 'all' | 'none' | 'some'

/** Labels, and which files have them. */
export type LabelChoices = ReadonlyMap<string, LabelChoice>

/** How many of the files have each label, and each that is known besides. */
export function countLabels(
  files: readonly RelatedFile[],
  known: readonly string[],
): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const file of files) {
    for (const label of new Set(labelsOf(file))) counts.set(label, (counts.get(label) ?? 0) + 1)
  }
  for (const label of known) if (!counts.has(label)) counts.set(label, 0)
  return counts
}

/** What it comes to that so many of all files have a label. */
export function choiceOf(count: number, total: number): LabelChoice {
  if (count === 0) return 'none'
  return count === total ? 'all' : 'some'
}

/** The labels that a file has by what somebody has chosen; the others stay as they are. */
export function labelsBy(choices: LabelChoices, labels: readonly string[]): readonly string[] {
  const added = [...choices].filter(([, choice]) => choice === 'all').map(([label]) => label)
  return [...new Set([...labels.filter((label) => choices.get(label) !== 'none'), ...added])]
}
