'use client'
import { useMemo, useState } from 'react'
import { FileError, toFileError } from '../../api/errors.js'
import type { EntityRef, FileEntity, RelatedFile } from '../../api/types.js'
import { startDownload } from '../../downloads/download-file.js'
import { useFileClient } from '../../hooks/files-provider.js'
import { useAttachFiles } from '../../hooks/use-attach-files.js'
import { useDeleteFile } from '../../hooks/use-delete-file.js'
import { useDetachFile } from '../../hooks/use-detach-file.js'
import { useLatest } from '../../hooks/use-latest.js'
import { fewAtATime } from './few-at-a-time.js'
import { useLabels } from './use-labels.js'
import type { Deed } from './deed.js'
import type { RowActions } from './row-menu.js'

/** What can be done to the files of an entity, and what became of it. */
export interface FileActions extends RowActions {
  readonly detach: (files: readonly RelatedFile[]) => void
  readonly label: (files: readonly RelatedFile[]) => void
  readonly remove: (files: readonly RelatedFile[]) => void
  readonly attach: (files: readonly FileEntity[]) => void
}

/** Does things to the files of an entity and keeps what is to be said of it. */
export function useFileActions(entity: EntityRef) {
  const client = useFileClient()
  const detaching = useDetachFile(entity)
  const attaching = useAttachFiles(entity)
  const { mutateAsync: deleteOne } = useDeleteFile()
  const [deed, setDeed] = useState<Deed | null>(null)
  const [problems, setProblems] = useState<ReadonlyMap<string, FileError>>(none)
  const labels = useLabels(entity, note, setDeed)
  const [toDelete, setToDelete] = useState<readonly RelatedFile[] | null>(null)

  function note(id: string, error: FileError | null) {
    setProblems((all) => {
      const next = new Map(all)
      if (error) next.set(id, error)
      else next.delete(id)
      return next
    })
  }
  const latest = useLatest({
    label: labels.setToLabel,
    remove: setToDelete,
    async detach(files: readonly RelatedFile[]) {
      setDeed(null)
      try {
        const { status } = await detaching.mutateAsync(files)
        setDeed({ kind: status === 'pending' ? 'detach-waits' : 'detached', files })
      } catch {
        // The rows say why; those that did go can be brought back.
        setDeed({ kind: 'detached', files })
      }
    },
    async attach(files: readonly FileEntity[]) {
      setDeed(null)
      try {
        const { status } = await attaching.mutateAsync(files)
        setDeed({ kind: status === 'pending' ? 'attach-waits' : 'attached', files })
      } catch (error) {
        setDeed({ kind: 'not-attached', files, error: toFileError(error, 'attach') })
      }
    },
    async deleteThem(files: readonly RelatedFile[]) {
      setDeed(null)
      setToDelete(null)
      const deleted = await fewAtATime(files, {
        clock: client.clock,
        act(file) {
          note(file._id, null)
          return deleteOne(file)
        },
        onFailed: ({ _id }, cause) => note(_id, toFileError(cause, 'delete')),
      })
      if (deleted.length > 0) setDeed({ kind: 'deleted', files: deleted })
    },
    async download(files: readonly RelatedFile[]) {
      for (const { _id: id } of files) {
        note(id, null)
        try {
          await startDownload(client, { id, version: 0, onRefused: (error) => note(id, error) })
        } catch (error) {
          note(id, toFileError(error, 'download'))
        }
      }
    },
  })
  const actions = useMemo<FileActions>(
    () => ({
      download: (files) => void latest.current.download(files),
      detach: (files) => void latest.current.detach(files),
      attach: (files) => void latest.current.attach(files),
      label: (files) => latest.current.label(files),
      remove: (files) => latest.current.remove(files),
    }),
    [latest],
  )
  const all = useMemo(
    () => (detaching.problems.size === 0 ? problems : new Map([...problems, ...detaching.problems])),
    [problems, detaching.problems],
  )
  const undoing =
    deed?.kind === 'relabeled'
      ? labels
      : deed?.kind === 'attached'
        ? attaching
        : deed?.kind === 'detached'
          ? detaching
          : null
  return {
    actions,
    problems: all,
    labels,
    /** Files that somebody wants to delete, and is asked about. */
    toDelete,
    cancelDelete: () => setToDelete(null),
    /** Choosing among the files of epilot could not begin. */
    failToChoose: (cause: unknown) => {
      const error = new FileError('network', 'Could not load the list to choose files from. Try again.', {
        step: 'attach',
        cause,
      })
      setDeed({ kind: 'not-attached', files: [], error })
    },
    deleteThem: (files: readonly RelatedFile[]) => void latest.current.deleteThem(files),
    /** What was done; of what was taken off only what did go. */
    deed: deed && withoutRefused(deed, detaching.problems),
    undo: undoing?.undo
      ? () => {
          setDeed((now) => now && { ...now, isUndone: true })
          undoing.undo?.()
        }
      : null,
    undoError: (deed?.isUndone && undoing?.undoError) || null,
    dismiss: () => setDeed(null),
  }
}

function withoutRefused(deed: Deed, refused: ReadonlyMap<string, FileError>): Deed | null {
  if (deed.kind !== 'detached') return deed
  const files = deed.files.filter(({ _id }) => !refused.has(_id))
  return files.length > 0 ? { ...deed, files } : null
}

const none: ReadonlyMap<string, FileError> = new Map()
