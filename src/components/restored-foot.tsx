'use client'
import { useRef, useState } from 'react'
import { useMessages } from '../hooks/files-provider.js'
import type { RestoredUploadsHandle } from '../hooks/use-restored-uploads.js'
import { dateInWords } from '../locales/day-and-time.js'
import { pickFiles } from '../parts/pick-files.js'
import type { FocusFallback } from '../parts/use-keep-focus.js'
import { useKeepFocus } from '../parts/use-keep-focus.js'

interface RestoredFootProps {
  readonly restored: RestoredUploadsHandle
  readonly onSay: (words: string) => void
  readonly focusFallback: FocusFallback
}

/** Until when they are kept, and one picker for all that need their file again; nothing where there is neither. */
export function RestoredFoot({ restored, onSay, focusFallback }: RestoredFootProps) {
  const { needFile, keptUntil } = restored
  if (needFile < 2 && keptUntil === null) return null
  return <Foot {...{ restored, onSay, focusFallback }} />
}

function Foot({ restored, onSay, focusFallback }: RestoredFootProps) {
  const { needFile, keptUntil, chooseAll } = restored
  const { locale, restored: words } = useMessages()
  const foot = useRef<HTMLDivElement>(null)
  useKeepFocus(foot, { fallback: focusFallback })
  const [notNeeded, setNotNeeded] = useNotNeeded(restored)

  function choose(files: readonly File[]) {
    const { length } = chooseAll(files)
    setNotNeeded(length)
    if (length > 0) onSay(`${words.notNeeded(length)}.`)
  }
  return (
    <div ref={foot} className="ef-foot" data-tone={notNeeded > 0 ? 'warning' : undefined}>
      <span className="ef-grow">
        {notNeeded > 0
          ? words.notNeeded(notNeeded)
          : keptUntil !== null && words.keptUntil(dateInWords(keptUntil, locale))}
      </span>
      {needFile > 1 && (
        <button
          type="button"
          className="ef-button"
          data-variant="ghost"
          onClick={() => pickFiles(choose, { multiple: true })}
        >
          {words.chooseFiles(needFile)}
        </button>
      )}
    </div>
  )
}

/** How many of the files that were chosen last are none of these, until something else comes of what is needed. */
function useNotNeeded({ needFile }: RestoredUploadsHandle) {
  const [note, setNote] = useState<{ readonly count: number; readonly needFile?: number } | null>(null)
  // The first rendering after the choice shows what it has left to be chosen.
  if (note && note.needFile === undefined) setNote({ ...note, needFile })
  else if (note && note.needFile !== needFile) setNote(null)
  return [note?.count ?? 0, (count: number) => setNote({ count })] as const
}
