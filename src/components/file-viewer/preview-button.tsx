'use client'
import { useMessages } from '../../hooks/files-provider.js'
import { viewerWords } from '../../locales/viewer-words.js'
import { useRowTabIndex } from '../../parts/file-list/place-context.js'
import { useRow } from '../../parts/file-list/row-context.js'
import { Glyph } from './glyph.js'

/** Shows the file of the row in the viewer. */
export function PreviewButton({ onPreview }: { readonly onPreview: () => void }) {
  const messages = useMessages()
  const { name } = useRow('PreviewButton')
  const label = messages.forFile(viewerWords(messages).preview, name)
  return (
    <button
      type="button"
      className="ef-icon-button"
      tabIndex={useRowTabIndex()}
      aria-haspopup="dialog"
      aria-label={label}
      title={label}
      onClick={onPreview}
    >
      <Glyph name="eye" />
    </button>
  )
}
