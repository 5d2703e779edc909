'use client'
import { useMemo } from 'react'
import { useStore } from 'zustand'
import type { RestoredSummary } from '../uploads/restored-summary.js'
import { restoredUploads } from '../uploads/restored-uploads.js'
import type { Upload } from '../uploads/upload.js'
import { useFileClient } from './files-provider.js'

/** Whose interrupted uploads. */
export interface UseRestoredUploadsOptions {
  /** Only those of this list. @default those of all lists */
  readonly scope?: string | undefined
}

/** What `useRestoredUploads` answers: what a reload has interrupted, and what can be done about it. */
export interface RestoredUploadsHandle extends RestoredSummary {
  /** Goes on with all that stands still and has its bytes. */
  readonly continueAll: () => void
  /**
   * Gives files to the uploads that need theirs again: by path and size, else by name and size. A file of the same name and
   * another size is told by its row. Answers with the files that belong to none.
   */
  readonly chooseAll: (files: Iterable<File>) => readonly File[]
  /**
   * Hides some at once; 8 seconds later, or with the next discard, they are canceled and leave their lists. What can be
   * stopped stands still until then; what is saved by then stays saved.
   */
  readonly discard: (uploads: readonly Upload[]) => void
  readonly discardAll: () => void
  /** Brings back what was discarded last, and lets go on what had gone on. */
  readonly undo: () => void
  /** Discards for good what is still waiting for an `undo`. */
  readonly settle: () => void
}

/**
 * What a reload or a crash has interrupted, in any list: that which goes on by itself, that which stands still with its
 * bytes on this device (`upload.resume()`), and that which needs the same file again (`upload.giveFile(file)`). An upload
 * stays in it, also when it was continued by hand, until it is done, canceled or discarded, or left its list. What was
 * continued before the first component asked is an upload like any other.
 *
 * @example
 * const { count, goingOn, continueAll } = useRestoredUploads()
 * if (count > goingOn) return <button onClick={continueAll}>Continue {count - goingOn} uploads</button>
 */
export function useRestoredUploads({ scope }: UseRestoredUploadsOptions = {}): RestoredUploadsHandle {
  const client = useFileClient()
  const restored = restoredUploads(client)
  const view = restored.view(scope)
  const summary = useStore(view)
  const actions = useMemo(
    () => ({
      continueAll: () => restored.continueAll(scope),
      chooseAll: (files: Iterable<File>) => restored.chooseAll([...files], scope),
      discard: (uploads: readonly Upload[]) => restored.discard(uploads),
      discardAll: () => restored.discard(view.getState().groups.flatMap((group) => group.uploads)),
      undo: () => restored.undo(),
      settle: () => restored.settle(),
    }),
    [restored, view, scope],
  )
  return useMemo(() => ({ ...summary, ...actions }), [summary, actions])
}
