'use client'
import { useMemo, useRef, useState } from 'react'
import { toFileError } from '../../api/errors.js'
import type { FileEntity, RelatedFile } from '../../api/types.js'
import { useLatest } from '../../hooks/use-latest.js'
import { useUpdateFile } from '../../hooks/use-update-file.js'
import { noProblems } from '../../hooks/use-way-back.js'
import type { Deed } from '../deed.js'
import type { Note } from './use-problems.js'

/** The row in which a name is being typed. */
export interface Renaming {
  readonly fileId: string
  /** What stands in the field at first: the name, or the one that was refused. */
  readonly name: string
  readonly save: (file: FileEntity, name: string) => void
  readonly cancel: () => void
}

/** Renames files in their rows, and back. */
export function useRenaming(note: Note, onDone: (deed: Deed | null) => void) {
  const { mutateAsync, undo, undoError } = useUpdateFile()
  const [row, setRow] = useState<Pick<Renaming, 'fileId' | 'name'> | null>(null)
  /** Names that were refused: nobody has to type them again. */
  const refused = useRef(new Map<string, string>())

  const latest = useLatest({
    async save(file: FileEntity, filename: string) {
      const { _id: id } = file
      setRow(null)
      onDone(null)
      note([[id, null]])
      refused.current.delete(id)
      try {
        onDone({ kind: 'renamed', files: [await mutateAsync({ file, change: { filename } })] })
      } catch (cause) {
        refused.current.set(id, filename)
        note([[id, toFileError(cause, 'update')]])
      }
    },
  })
  const renaming = useMemo<Renaming | null>(
    () =>
      row && {
        ...row,
        save: (file, name) => void latest.current.save(file, name),
        cancel: () => {
          refused.current.delete(row.fileId)
          setRow(null)
        },
      },
    [row, latest],
  )
  return {
    renaming,
    begin: ({ _id, filename }: RelatedFile) =>
      setRow({ fileId: _id, name: refused.current.get(_id) ?? filename }),
    undo,
    undoError,
    undoProblems: noProblems,
  }
}
