'use client'
import { useRef } from 'react'
import { useMessages } from '../../hooks/files-provider.js'
import { Icon } from '../../parts/icon.js'
import type { FocusFallback } from '../../parts/use-keep-focus.js'
import { useKeepFocus } from '../../parts/use-keep-focus.js'
import type { Collection } from './use-collection.js'
import { countFilters, noFilter } from './use-collection.js'

interface NothingShownProps {
  readonly collection: Collection
  readonly total: number
  /** Looks for files of this name in all of epilot. */
  readonly onSearchAll: ((name: string) => void) | undefined
  readonly focusFallback: FocusFallback
}

/** Why files are here and none is shown, and the way back. */
export function NothingShown({ collection, total, onSearchAll, focusFallback }: NothingShownProps) {
  const { filter, foundBy, setFilter } = collection
  const messages = useMessages()
  const { collection: words } = messages
  const empty = useRef<HTMLDivElement>(null)
  useKeepFocus(empty, { fallback: focusFallback })
  const isByName = foundBy !== '' && countFilters(filter) === 0
  const searchAll = isByName && onSearchAll ? () => onSearchAll(foundBy) : undefined
  return (
    <div ref={empty} className="ef-empty">
      <Icon name="search" />
      <output className="ef-heading">
        <bdi>{isByName ? messages.noFileCalled(foundBy) : words.noneMatch}</bdi>
      </output>
      <p className="ef-help">
        <bdi>{isByName ? messages.checkSpelling(total) : words.filesHere(total)}</bdi>
      </p>
      <div className="ef-ways">
        {searchAll && (
          <button type="button" className="ef-button" aria-haspopup="dialog" onClick={searchAll}>
            {words.searchInAll}
          </button>
        )}
        <button
          type="button"
          className="ef-button"
          data-variant={searchAll && 'ghost'}
          onClick={() => setFilter(noFilter)}
        >
          {messages.showAll}
        </button>
      </div>
    </div>
  )
}
