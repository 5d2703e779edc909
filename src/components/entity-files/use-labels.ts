'use client'
import { useState } from 'react'
import type { RelatedFile } from '../../api/types.js'
import { noProblems } from '../../hooks/use-way-back.js'
import { refetchRelations } from '../../queries/change-relations.js'
import type { Relabel, RelationScene } from '../../queries/open-list.js'
import { relabelFiles } from '../../queries/relabel-files.js'
import type { Deed } from '../deed.js'
import type { LabelChoices } from './label-choices.js'
import { labelsBy } from './label-choices.js'
import type { Note } from './use-problems.js'

/** Changes the labels of many files, and back. */
export function useLabels(scene: RelationScene, note: Note, onDone: (deed: Deed | null) => void) {
  const [toLabel, setToLabel] = useState<readonly RelatedFile[] | null>(null)
  const [last, setLast] = useState<Change | null>(null)

  async function change({ files, to }: Change) {
    note(files.map(({ _id }) => [_id, null]))
    const changed = await relabelFiles(scene, files, to)
    note([...changed.refused].map(([{ _id }, error]) => [_id, error]))
    void refetchRelations(scene)
    return changed
  }
  async function save(files: readonly RelatedFile[], choices: LabelChoices) {
    setToLabel(null)
    if (choices.size === 0) return
    onDone(null)
    const { done, waiting, back } = await change({ files, to: (now) => labelsBy(choices, now) })
    setLast({ files: done, to: back })
    if (done.length > 0) onDone({ kind: 'relabeled', files: done })
    else if (waiting.length > 0) onDone({ kind: 'relabel-waits', files: waiting })
  }
  return {
    /** Files whose labels somebody wants to change. */
    toLabel,
    setToLabel,
    cancel: () => setToLabel(null),
    /** Does what was chosen of them. */
    save: (choices: LabelChoices) => void save(toLabel ?? [], choices),
    undo:
      last && last.files.length > 0
        ? () => {
            setLast(null)
            void change(last)
          }
        : null,
    /** Why the way back failed stands in the rows. */
    undoError: null,
    undoProblems: noProblems,
  }
}

interface Change {
  readonly files: readonly RelatedFile[]
  readonly to: Relabel
}
