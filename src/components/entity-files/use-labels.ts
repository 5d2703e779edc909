'use client'
import { useState } from 'react'
import type { RelatedFile } from '../../api/types.js'
import type { Relabeling } from '../../hooks/use-relabel-file.js'
import { labelsOf, refetchRelations } from '../../queries/change-relations.js'
import type { RelationScene } from '../../queries/open-list.js'
import { relabelFiles } from '../../queries/relabel-files.js'
import type { Deed } from '../deed.js'
import type { Note } from './use-problems.js'

/** Changes the labels of many files, and back. */
export function useLabels(scene: RelationScene, note: Note, onDone: (deed: Deed | null) => void) {
  const [toLabel, setToLabel] = useState<readonly RelatedFile[] | null>(null)
  const [before, setBefore] = useState<readonly Relabeling[]>([])

  /** Tells of which files the labels are changed, and of those that wait for approval. */
  async function change(relabelings: readonly Relabeling[]) {
    note(relabelings.map(({ file }) => [file._id, null]))
    const { outcomes, refused } = await relabelFiles(scene, relabelings)
    note([...refused].map(([{ file }, error]) => [file._id, error]))
    void refetchRelations(scene)
    const filesThat = (status: 'applied' | 'pending') =>
      [...outcomes].filter(([, outcome]) => outcome.status === status).map(([{ file }]) => file)
    return { done: filesThat('applied'), waiting: filesThat('pending') }
  }
  async function save(relabelings: readonly Relabeling[]) {
    setToLabel(null)
    if (relabelings.length === 0) return
    onDone(null)
    const { done, waiting } = await change(relabelings)
    setBefore(done.map((file) => ({ file, labels: labelsOf(file) })))
    if (done.length > 0) onDone({ kind: 'relabeled', files: done })
    else if (waiting.length > 0) onDone({ kind: 'relabel-waits', files: waiting })
  }
  return {
    /** Files whose labels somebody wants to change. */
    toLabel,
    setToLabel,
    cancel: () => setToLabel(null),
    save: (relabelings: readonly Relabeling[]) => void save(relabelings),
    undo:
      before.length === 0
        ? null
        : () => {
            setBefore([])
            void change(before)
          },
    /** Why the way back failed stands in the rows. */
    undoError: null,
  }
}
