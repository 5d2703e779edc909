'use client'
import { useMessages } from '../hooks/files-provider.js'
import { Icon } from '../parts/icon.js'

interface MoreWaysProps {
  /** Finds files that epilot has. */
  readonly onExisting: (() => void) | undefined
  /** Takes in a link. */
  readonly onLink: (() => void) | undefined
}

/** How files come in that lie on no device. */
export function MoreWays({ onExisting, onLink }: MoreWaysProps) {
  const { adding: words } = useMessages()
  return (
    <>
      {onExisting && (
        <button type="button" className="ef-button" aria-haspopup="dialog" onClick={() => onExisting()}>
          <Icon name="attach" size="sm" />
          {words.attachExisting}
        </button>
      )}
      {onLink && (
        <button type="button" className="ef-button" aria-haspopup="dialog" onClick={onLink}>
          <Icon name="link" size="sm" />
          {words.addLink}
        </button>
      )}
    </>
  )
}
