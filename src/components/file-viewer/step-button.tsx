'use client'
import type { FileEntity } from '../../api/types.js'
import { useMessages } from '../../hooks/files-provider.js'
import { viewerWords } from '../../locales/viewer-words.js'
import { displayName } from '../../parts/display-name.js'
import { Glyph } from './glyph.js'

interface StepButtonProps {
  readonly side: 'start' | 'end'
  /** The one it leads to. */
  readonly file: FileEntity | undefined
  readonly onStep: (fileId: string) => void
}

/** Leads to the file before or behind. */
export function StepButton({ side, file, onStep }: StepButtonProps) {
  const messages = useMessages()
  const { previous, next } = viewerWords(messages)
  const words = side === 'start' ? previous : next
  const label = file ? messages.forFile(words, displayName(file.filename)) : words
  return (
    <button
      type="button"
      className="ef-icon-button ef-step"
      data-side={side}
      aria-label={label}
      title={label}
      // Not `disabled`: who has come to the end keeps the focus.
      aria-disabled={!file || undefined}
      onClick={() => file && onStep(file._id)}
    >
      <Glyph name={side === 'start' ? 'left' : 'right'} mirror />
    </button>
  )
}
