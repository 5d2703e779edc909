'use client'
import { useCallback, useState } from 'react'
import { toFileError } from '../../api/errors.js'
import type { RelatedFile } from '../../api/types.js'
import { loadShareDialog } from './load-share-dialog.js'
import type { Note } from './use-problems.js'

/** A file, and the dialog that shares it. */
export interface Sharing {
  readonly file: RelatedFile
  readonly View: Awaited<ReturnType<typeof loadShareDialog>>
}

/** The file whose public link somebody wants; its dialog comes when it is needed. */
export function useSharing(note: Note) {
  const [sharing, setSharing] = useState<Sharing | null>(null)
  const begin = useCallback(
    async (file: RelatedFile) => {
      const { _id: id } = file
      note([[id, null]])
      try {
        const View = await loadShareDialog()
        setSharing({ file, View })
      } catch (cause) {
        note([[id, toFileError(cause, 'list')]])
      }
    },
    [note],
  )
  return { sharing, begin, close: () => setSharing(null) }
}
