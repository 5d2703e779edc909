'use client'
import type { ReactNode } from 'react'
import { useMessages } from '../../hooks/files-provider.js'
import { viewerWords } from '../../locales/viewer-words.js'
import { Icon } from '../../parts/icon.js'
import { Glyph } from './glyph.js'
import type { Zoom } from './use-zoom.js'

interface ViewerPagesProps {
  /** Not there for what the browser zooms itself, or nobody can. */
  readonly zoom: Zoom | undefined
  readonly place: number
  readonly count: number
}

/** How large it is shown, and where it stands in its list. */
export function ViewerPages({ zoom, place, count }: ViewerPagesProps) {
  const messages = useMessages()
  const words = viewerWords(messages)
  if (!zoom && count < 2) return null
  return (
    <div className="ef-pages">
      {zoom && (
        <>
          <ZoomButton label={words.zoomOut} onZoom={zoom.zoomOut} icon={<Glyph name="minus" />} />
          <output className="ef-zoom">
            <bdi>{messages.percent(Math.round(zoom.scale * 100))}</bdi>
          </output>
          <ZoomButton label={words.zoomIn} onZoom={zoom.zoomIn} icon={<Icon name="plus" />} />
        </>
      )}
      {count > 1 && (
        <span className="ef-pages-place">
          <bdi>{words.fileOf(place + 1, count)}</bdi>
        </span>
      )}
    </div>
  )
}

interface ZoomButtonProps {
  readonly label: string
  readonly icon: ReactNode
  readonly onZoom: (() => void) | undefined
}

function ZoomButton({ label, icon, onZoom }: ZoomButtonProps) {
  return (
    <button
      type="button"
      className="ef-icon-button"
      aria-label={label}
      title={label}
      aria-disabled={!onZoom || undefined}
      onClick={onZoom}
    >
      {icon}
    </button>
  )
}
