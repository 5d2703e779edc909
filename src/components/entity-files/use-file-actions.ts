'use client'
import { useQueryClient } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import type { FileError } from '../../api/errors.js'
import { toFileError } from '../../api/errors.js'
import type { EntityRef, RelatedFile } from '../../api/types.js'
import { startDownload } from '../../downloads/download-file.js'
import { useFileClient } from '../../hooks/files-provider.js'
import { useDetachFile } from '../../hooks/use-detach-file.js'
import { useLatest } from '../../hooks/use-latest.js'
import { noProblems } from '../../hooks/use-way-back.js'
import { deleteFiles, refetchAllLists } from '../../queries/delete-files.js'
import { useLabels } from './use-labels.js'
import { useRenaming } from './use-renaming.js'
import { useSharing } from './use-sharing.js'
import { useProblems } from './use-problems.js'
import type { Deed } from '../deed.js'
import { useAttaching } from '../use-attaching.js'
import type { Anchor, RowActions } from './row-menu.js'

/** What can be done to the files of an entity, and what became of it. */
export interface FileActions extends Omit<RowActions, 'archive' | 'preview'> {
  readonly detach: (files: readonly RelatedFile[]) => void
  readonly label: (files: readonly RelatedFile[], anchor: Anchor) => void
  readonly rename: (file: RelatedFile) => void
  readonly share: (file: RelatedFile) => void
  readonly remove: (files: readonly RelatedFile[]) => void
}

/** Does things to the files of an entity and keeps what is to be said of it. */
export function useFileActions(entity: EntityRef) {
  const client = useFileClient()
  const detaching = useDetachFile(entity)
  const queryClient = useQueryClient()
  const scene = { client, queryClient, entity }
  const { problems, note, forget } = useProblems(detaching.problems)
  const [deed, setDeed] = useState<Deed | null>(null)
  const attaching = useAttaching(entity, setDeed)
  const labels = useLabels(scene, note, setDeed)
  const renames = useRenaming(note, setDeed)
  const { begin: share, ...shared } = useSharing(note)
  const [toDelete, setToDelete] = useState<readonly RelatedFile[] | null>(null)

  const latest = useLatest({
    label: labels.ask,
    rename: renames.begin,
    remove: setToDelete,
    async detach(files: readonly RelatedFile[]) {
      setDeed(null)
      forget(files.map(({ _id }) => _id))
      try {
        const { status } = await detaching.mutateAsync(files)
        setDeed({ kind: status === 'pending' ? 'detach-waits' : 'detached', files })
      } catch {
        // The rows say why; those that did go can be brought back.
        setDeed({ kind: 'detached', files })
      }
    },
    async deleteThem(files: readonly RelatedFile[]) {
      setDeed(null)
      setToDelete(null)
      note(files.map(({ _id }) => [_id, null]))
      const refused = await deleteFiles(scene, files, (some) =>
        note([...some].map(([{ _id }, error]) => [_id, error])),
      )
      void refetchAllLists(scene)
      const deleted = files.filter((file) => !refused.has(file))
      if (deleted.length > 0) setDeed({ kind: 'deleted', files: deleted })
    },
    async download(files: readonly RelatedFile[]) {
      for (const file of files) {
        const { _id: id } = file
        const noteIt = (error: FileError | null) => note([[id, error]])
        noteIt(null)
        try {
          await startDownload(client, { id, version: 0, external: file, onRefused: noteIt })
        } catch (error) {
          noteIt(toFileError(error, 'download'))
        }
      }
    },
  })
  const actions = useMemo<FileActions>(
    () => ({
      download: (files) => void latest.current.download(files),
      onDownload: ({ _id }, error) => note([[_id, error]]),
      detach: (files) => void latest.current.detach(files),
      label: (files, anchor) => latest.current.label(files, anchor),
      rename: (file) => latest.current.rename(file),
      share: (file) => void share(file),
      remove: (files) => latest.current.remove(files),
    }),
    [latest, note, share],
  )
  const undoing = deed && { renames, labels, attaching, detaching, none: null }[undoneBy[deed.kind]]
  return {
    actions,
    problems,
    labels,
    renaming: renames.renaming,
    /** A file whose public link somebody wants to see. */
    shared,
    /** Files that somebody wants to delete, and is asked about. */
    toDelete,
    cancelDelete: () => setToDelete(null),
    attaching,
    deleteThem: (files: readonly RelatedFile[]) => void latest.current.deleteThem(files),
    /** What was done; of what was taken off only what did go. */
    deed: deed && withoutRefused(deed, detaching.problems),
    undo: undoing?.undo
      ? () => {
          setDeed((now) => now && { ...now, isUndone: true })
          undoing.undo?.()
        }
      : null,
    undoProblems: undoing?.undoProblems ?? noProblems,
    undoError: (deed?.isUndone && undoing?.undoError) || null,
    dismiss: () => setDeed(null),
  }
}

/** What takes a deed back. */
const undoneBy = {
  renamed: 'renames',
  relabeled: 'labels',
  'relabel-waits': 'none',
  attached: 'attaching',
  'partly-attached': 'attaching',
  'not-taken-off': 'attaching',
  'still-attached': 'none',
  replaced: 'attaching',
  'attach-waits': 'none',
  'not-attached': 'none',
  detached: 'detaching',
  'detach-waits': 'none',
  deleted: 'none',
} as const satisfies Record<Deed['kind'], string>

function withoutRefused(deed: Deed, refused: ReadonlyMap<string, FileError>): Deed | null {
  if (deed.kind !== 'detached') return deed
  const files = deed.files.filter(({ _id }) => !refused.has(_id))
  return files.length > 0 ? { ...deed, files } : null
}
