'use client'
import { useRef } from 'react'
import { useMessages } from '../hooks/files-provider.js'
import { Icon } from '../parts/icon.js'
import type { FocusFallback } from '../parts/use-keep-focus.js'
import { useKeepFocus } from '../parts/use-keep-focus.js'
import type { Find } from './use-find.js'

interface NothingFoundProps {
  readonly find: Find
  readonly total: number
  readonly focusFallback: FocusFallback
}

/** Why a list that is not empty shows nothing, and the way back. */
export function NothingFound({ find, total, focusFallback }: NothingFoundProps) {
  const { foundBy, filter, setQuery, setFilter } = find
  const { noFileCalled, checkSpelling, noneNeedAttention, noneWaiting, showAll } = useMessages()
  const isByName = foundBy !== ''
  const empty = useRef<HTMLDivElement>(null)
  useKeepFocus(empty, { fallback: focusFallback })
  return (
    <div ref={empty} className="ef-empty">
      <Icon name={isByName ? 'search' : 'check'} />
      <output className="ef-heading">
        <bdi>
          {isByName ? noFileCalled(foundBy) : filter === 'attention' ? noneNeedAttention : noneWaiting}
        </bdi>
      </output>
      {isByName && filter === 'all' && <p className="ef-help">{checkSpelling(total)}</p>}
      <button
        type="button"
        className="ef-button"
        onClick={() => {
          setQuery('')
          setFilter('all')
        }}
      >
        {showAll}
      </button>
    </div>
  )
}
