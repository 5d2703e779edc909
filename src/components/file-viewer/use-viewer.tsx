'use client'
import type { ReactNode } from 'react'
import { useCallback, useState } from 'react'
import { flushSync } from 'react-dom'
import type { FileEntity } from '../../api/types.js'
import { useLatest } from '../../hooks/use-latest.js'
import type { FocusFallback } from '../../parts/use-keep-focus.js'
import { NotShown } from '../not-shown.js'
import { useAsked } from '../use-asked.js'
import { loadViewer } from './load-viewer.js'

interface ViewerOptions<File extends FileEntity> {
  /** Those of the list, in its order. */
  readonly files: readonly File[]
  /** Gets the focus where what had it before has left. */
  readonly focusFallback?: FocusFallback | undefined
  /** Told which file was shown last, where that is another one than was asked for. */
  readonly onLeave?: ((file: File) => void) | undefined
}

interface Viewer {
  /** Shows a file of the list; always the same function. */
  readonly preview: (file: FileEntity) => void
  /** The viewer while it is open, and why it could not be opened. */
  readonly viewer: ReactNode
}

/** Shows the files of a list in the viewer, whose code comes when it is needed. */
export function useViewer<File extends FileEntity>({
  files,
  focusFallback,
  onLeave,
}: ViewerOptions<File>): Viewer {
  const asked = useAsked<Awaited<ReturnType<typeof loadViewer>>>('')
  const [{ first, now }, setIds] = useState({ first: '', now: '' })
  const latest = useLatest(asked)
  const preview = useCallback(
    ({ _id }: FileEntity) => {
      setIds({ first: _id, now: _id })
      void latest.current.show(loadViewer)
    },
    [latest],
  )
  const View = asked.shown
  // Where all have left there is nothing to come back to.
  if (View && files.length === 0) asked.close()

  function close() {
    // Only then the focus is where it was before, and may go on from there.
    flushSync(asked.close)
    const last = now === first ? undefined : files.find(({ _id }) => _id === now)
    if (last) onLeave?.(last)
  }
  const viewer = (
    <>
      <NotShown error={asked.failure} />
      {View && files.length > 0 && (
        <View
          {...{ files, focusFallback }}
          fileId={now}
          onChange={(fileId) => setIds({ first, now: fileId })}
          onClose={close}
        />
      )}
    </>
  )
  return { preview, viewer }
}
