import type { RelatedFile } from '../../api/types.js'
import type { Relabeling } from '../../hooks/use-relabel-file.js'
import { labelsOf } from '../../queries/change-relations.js'

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

/** Which files get other labels by these choices, and which. */
export function relabelings(files: readonly RelatedFile[], choices: LabelChoices): readonly Relabeling[] {
  const added = [...choices].filter(([, choice]) => choice === 'all').map(([label]) => label)
  return files.flatMap((file) => {
    const before = labelsOf(file)
    const kept = before.filter((label) => choices.get(label) !== 'none')
    const labels = [...new Set([...kept, ...added])]
    const isSame = labels.length === before.length && kept.length === before.length
    return isSame ? [] : [{ file, labels }]
  })
}
