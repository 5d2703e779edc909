'use client'
import { useState } from 'react'
import type { FileError } from '../api/errors.js'
import { toFileError } from '../api/errors.js'

/** A dialog whose code comes when somebody asks for it. */
export function useLazyDialog<Dialog>(
  load: () => Promise<Dialog>,
  onFailure: (failure: FileError | null) => void,
) {
  const [Dialog, setDialog] = useState<Dialog | null>(null)
  return {
    /** While it is open. */
    Dialog,
    open: () => {
      onFailure(null)
      load().then(
        (loaded) => setDialog(() => loaded),
        (cause: unknown) => onFailure(toFileError(cause, 'attach')),
      )
    },
    close: () => setDialog(null),
  }
}
