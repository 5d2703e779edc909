'use client'
import type { FileError } from '../../api/errors.js'
import { toFileError } from '../../api/errors.js'
import type { FileEntity } from '../../api/types.js'
import { useFileDownload } from '../../hooks/use-file-download.js'

/** How the file that is shown is downloaded, or opened where it lies. */
export interface ViewerDownload {
  readonly start: () => void
  readonly isPending: boolean
  readonly error: FileError | null
}

/** Downloads what is shown; what became of the file before belongs to that. */
export function useViewerDownload(file: FileEntity): ViewerDownload {
  const { mutate, isPending, error, refusal, variables } = useFileDownload()
  const isOfThis = variables?._id === file._id
  const failure = error ? toFileError(error, 'download') : refusal
  return {
    start: () => mutate(file),
    isPending: isOfThis && isPending,
    error: isOfThis ? failure : null,
  }
}
