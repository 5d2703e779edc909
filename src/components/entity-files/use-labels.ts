'use client'
import { useState } from 'react'
import type { RelatedFile } from '../../api/types.js'
import { noProblems } from '../../hooks/use-way-back.js'
import { refetchRelations } from '../../queries/change-relations.js'
import type { Relabel, RelationScene } from '../../queries/open-list.js'
import { relabelFiles } from '../../queries/relabel-files.js'
import { entityScope } from '../../uploads/entity-scope.js'
import type { Deed } from '../deed.js'
import { loadLabels } from '../load-dialogs.js'
import { useAsked } from '../use-asked.js'
import type { LabelChoices } from './label-choices.js'
import { labelsBy } from './label-choices.js'
import type { Anchor } from './row-menu.js'
import type { Note } from './use-problems.js'

/** Changes the labels of many files, and back. */
export function useLabels(scene: RelationScene, note: Note, onDone: (deed: Deed | null) => void) {
  const { slug } = scene.entity
  const asked = useAsked<LabelsAsked>(entityScope(scene.entity))
  const [last, setLast] = useState<Change | null>(null)

  async function change({ files, to }: Change) {
    note(files.map(({ _id }) => [_id, null]))
    const changed = await relabelFiles(scene, files, to)
    note([...changed.refused].map(([{ _id }, error]) => [_id, error]))
    void refetchRelations(scene)
    return changed
  }
  async function save(files: readonly RelatedFile[], choices: LabelChoices) {
    onDone(null)
    const { done, waiting, back } = await change({ files, to: (now) => labelsBy(choices, now) })
    setLast({ files: done, to: back })
    if (done.length > 0) onDone({ kind: 'relabeled', files: done })
    else if (waiting.length > 0) onDone({ kind: 'relabel-waits', files: waiting })
  }
  return {
    /** Files whose labels somebody wants to change. */
    asked: asked.shown,
    /** Why that could not be shown. */
    failure: asked.failure,
    ask: (files: readonly RelatedFile[], anchor: Anchor) =>
      void asked.show(async () => ({ View: await loadLabels(), files, anchor, slug })),
    close: asked.close,
    /** Does what was chosen of them. */
    save: (files: readonly RelatedFile[], choices: LabelChoices) => void save(files, choices),
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

/** Files whose labels somebody wants to change, with what asks. */
export interface LabelsAsked {
  readonly View: Awaited<ReturnType<typeof loadLabels>>
  readonly files: readonly RelatedFile[]
  readonly anchor: Anchor
  readonly slug: string
}

interface Change {
  readonly files: readonly RelatedFile[]
  readonly to: Relabel
}
