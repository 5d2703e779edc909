import type { RelatedFile } from '../../api/types.js'
import { labelsOf } from '../../queries/entity-files-query.js'

/** Whether all files, none or only some have a label. */
export type LabelChoice = 'all' | 'none' | 'some'

/** Labels, and which files have them. */
export type LabelChoices = ReadonlyMap<string, LabelChoice>

/** The labels that files have, and those that are known besides. */
export function choicesOf(files: readonly RelatedFile[], known: readonly string[]): LabelChoices {
  const labels = new Set([...files.flatMap(labelsOf), ...known])
  return new Map([...labels].map((label) => [label, choiceOf(label, files)]))
}

function choiceOf(label: string, files: readonly RelatedFile[]): LabelChoice {
  const count = files.filter((file) => labelsOf(file).includes(label)).length
  if (count === 0) return 'none'
  return count === files.length ? 'all' : 'some'
}

/** The labels that a file has by what somebody has chosen; the others stay as they are. */
export function labelsBy(choices: LabelChoices, labels: readonly string[]): readonly string[] {
  const added = [...choices].filter(([, choice]) => choice === 'all').map(([label]) => label)
  return [...new Set([...labels.filter((label) => choices.get(label) !== 'none'), ...added])]
}
