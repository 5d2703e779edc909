'use client'
import { useRef } from 'react'
import { useMessages } from '../../hooks/files-provider.js'
import { Icon } from '../../parts/icon.js'
import type { FocusFallback } from '../../parts/use-keep-focus.js'
import { useKeepFocus } from '../../parts/use-keep-focus.js'
import type { Search } from './use-found-files.js'

interface NoneFoundProps {
  /** What nothing was found by. */
  readonly foundBy: Search
  readonly onClearFilters: () => void
  readonly focusFallback: FocusFallback
}

/** Why no file can be chosen, and the way back where filters are in it. */
export function NoneFound({ foundBy, onClearFilters, focusFallback }: NoneFoundProps) {
  const { text, types, tags } = foundBy
  const messages = useMessages()
  const { collection: words } = messages
  const empty = useRef<HTMLDivElement>(null)
  useKeepFocus(empty, { fallback: focusFallback })
  const filters = [...[...types].map((type) => words.kinds[type]), ...tags]
  const isFiltered = filters.length > 0
  return (
    <div ref={empty} className="ef-empty">
      <Icon name="search" />
      <p className="ef-heading">
        <bdi>{text ? messages.noFileCalled(text) : isFiltered ? words.noneMatch : words.noFilesYet}</bdi>
      </p>
      {isFiltered && (
        <>
          <p className="ef-help">
            <bdi>{`${words.filter}: ${filters.join(', ')}`}</bdi>
          </p>
          <button type="button" className="ef-button" onClick={onClearFilters}>
            {words.clearFilters}
          </button>
        </>
      )}
    </div>
  )
}
