'use client'
import { useState } from 'react'
import type { FileError } from '../../api/errors.js'
import { toFileError } from '../../api/errors.js'
import type { EntityRef, RelatedFile } from '../../api/types.js'
import { useFileClient } from '../../hooks/files-provider.js'
import type { Relabeling } from '../../hooks/use-relabel-file.js'
import { useRelabelFile } from '../../hooks/use-relabel-file.js'
import { labelsOf } from '../../queries/change-relations.js'
import type { Deed } from '../deed.js'
import { fewAtATime } from './few-at-a-time.js'

/** Changes the labels of many files, each by itself, and back. */
export function useLabels(
  entity: EntityRef,
  note: (fileId: string, error: FileError | null) => void,
  onDone: (deed: Deed | null) => void,
) {
  const { clock } = useFileClient()
  const { mutateAsync: relabel } = useRelabelFile(entity)
  const [toLabel, setToLabel] = useState<readonly RelatedFile[] | null>(null)
  const [before, setBefore] = useState<readonly Relabeling[]>([])

  /** Tells of which files the labels are changed, and of those that wait for approval. */
  async function change(relabelings: readonly Relabeling[]) {
    const waiting = new Set<Relabeling>()
    const changed = await fewAtATime(relabelings, {
      clock,
      async act(relabeling) {
        note(relabeling.file._id, null)
        const { status } = await relabel(relabeling)
        if (status === 'pending') waiting.add(relabeling)
      },
      onFailed: ({ file }, cause) => note(file._id, toFileError(cause, 'update')),
    })
    const filesOf = (list: readonly Relabeling[]) => list.map(({ file }) => file)
    return {
      done: filesOf(changed.filter((relabeling) => !waiting.has(relabeling))),
      waiting: filesOf(changed.filter((relabeling) => waiting.has(relabeling))),
    }
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
