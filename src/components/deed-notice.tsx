'use client'
import type { FileError } from '../api/errors.js'
import { useMessages } from '../hooks/files-provider.js'
import type { FocusFallback } from '../parts/use-keep-focus.js'
import type { Deed } from './deed.js'
import { isBad, isUndoable } from './deed.js'
import { DeedToast, deedInWords } from './deed-toast.js'

interface DeedNoticeProps {
  readonly deed: Deed | null
  /** The way back, where there is one. */
  readonly undo: (() => void) | null
  /** Why the way back failed. */
  readonly undoError: Error | null
  /** For which files it failed. */
  readonly undoProblems: ReadonlyMap<string, FileError>
  readonly dismiss: () => void
  readonly focusFallback: FocusFallback
}

/** What was done last, shown and said. */
export function DeedNotice({ deed, undo, undoError, undoProblems, ...rest }: DeedNoticeProps) {
  const { dismiss, focusFallback } = rest
  const isToBeSeen = deed && (deed.isUndone ? undoError !== null : undo !== null || !isUndoable(deed))
  return (
    <>
      {isToBeSeen && (
        <DeedToast {...{ deed, undo, undoError, undoProblems, focusFallback }} onDismiss={dismiss} />
      )}
      <output className="ef-hidden" aria-live="polite">
        {deed && !isBad(deed) && !deed.isUndone && <Said deed={deed} />}
      </output>
    </>
  )
}

function Said({ deed }: { readonly deed: Deed }) {
  const messages = useMessages()
  const words = `${deedInWords(deed, messages)}.`
  return <span>{isUndoable(deed) ? `${words} ${messages.collection.undoAvailable}` : words}</span>
}
