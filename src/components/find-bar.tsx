'use client'
import type { RefObject } from 'react'
import { useRef, useState } from 'react'
import { useMessages } from '../hooks/files-provider.js'
import { useUploadSummary } from '../hooks/use-upload-summary.js'
import { Icon } from '../parts/icon.js'
import type { FocusFallback } from '../parts/use-keep-focus.js'
import { useKeepFocus } from '../parts/use-keep-focus.js'
import type { Filter, Find } from './use-find.js'

interface FindBarProps {
  readonly find: Find
  readonly scope: string
  /** How many there are to find some among. */
  readonly total: number
  readonly inputRef: RefObject<HTMLInputElement | null>
  /** Gets the focus when a chip goes, or the whole bar. */
  readonly focusFallback: FocusFallback
}

/** Finds some of many: by name, and by what they are doing. */
export function FindBar({ find, scope, total, inputRef, focusFallback }: FindBarProps) {
  const { query, setQuery, filter, setFilter, foundBy, shown } = find
  const failed = useUploadSummary(scope, (summary) => summary.failed)
  const live = useUploadSummary(scope, (summary) => summary.live)
  const messages = useMessages()
  const bar = useRef<HTMLDivElement>(null)
  // A chip goes with the last file it stands for.
  useKeepFocus(bar, { fallback: focusFallback })
  const chips: readonly Chip[] = [
    { filter: 'attention', count: failed, words: messages.filterAttention(failed) },
    { filter: 'waiting', count: live, words: messages.filterWaiting(live) },
  ]
  return (
    <div ref={bar} className="ef-chips">
      <label className="ef-search">
        <Icon name="search" size="sm" />
        <input
          ref={inputRef}
          className="ef-input"
          type="search"
          value={query}
          aria-label={messages.findIn(total)}
          onChange={({ target }) => setQuery(target.value)}
        />
      </label>
      <Found foundBy={foundBy} count={shown.length} />
      {chips.map(({ filter: own, count, words }) => {
        const isOn = filter === own
        if (count === 0 && !isOn) return null
        return (
          <button
            key={own}
            type="button"
            className="ef-chip"
            data-tone={own === 'attention' ? 'error' : undefined}
            aria-pressed={isOn}
            onClick={() => setFilter(isOn ? 'all' : own)}
          >
            {own === 'attention' && <Icon name="alert" />}
            <bdi>{words}</bdi>
          </button>
        )
      })}
    </div>
  )
}

/** Heard by who has searched, and not again with each upload that leaves. */
function Found({ foundBy, count }: { readonly foundBy: string; readonly count: number }) {
  const { found } = useMessages()
  const [heard, setHeard] = useState({ foundBy, count })
  if (heard.foundBy !== foundBy) setHeard({ foundBy, count })
  return (
    <output className="ef-count ef-grow" aria-live={heard.count === count ? 'polite' : 'off'}>
      {foundBy !== '' && <bdi>{found(count)}</bdi>}
    </output>
  )
}

interface Chip {
  readonly filter: Filter
  readonly count: number
  readonly words: string
}
