'use client'
import { useRef } from 'react'
import { useMessages } from '../../hooks/files-provider.js'
import { dateInWords } from '../../locales/day-and-time.js'
import type { Messages } from '../../locales/messages.js'
import { Icon } from '../../parts/icon.js'
import type { FocusFallback } from '../../parts/use-keep-focus.js'
import { useKeepFocus } from '../../parts/use-keep-focus.js'
import type { AddedSince } from './added-since.js'
import { addedSince, isSameSince } from './added-since.js'
import { toggled } from '../choices.js'
import type { Collection } from './use-collection.js'
import { noFilter } from './use-collection.js'

interface FilterChipsProps {
  readonly collection: Collection
  /** How many files there are. */
  readonly total: number
  readonly focusFallback: FocusFallback
}

/** What the list is filtered by, each to be taken away again. */
export function FilterChips({ collection, total, focusFallback }: FilterChipsProps) {
  const { filter, setFilter, shown } = collection
  const messages = useMessages()
  const { collection: words } = messages
  const bar = useRef<HTMLDivElement>(null)
  useKeepFocus(bar, { fallback: focusFallback })
  const chips = [
    ...[...filter.kinds].map((kind) => ({
      key: `kind ${kind}`,
      name: words.kinds[kind],
      less: () => setFilter({ ...filter, kinds: toggled(filter.kinds, kind) }),
    })),
    ...[...filter.tags].map((tag) => ({
      key: `tag ${tag}`,
      name: tag,
      less: () => setFilter({ ...filter, tags: toggled(filter.tags, tag) }),
    })),
    ...(filter.added
      ? [
          {
            key: 'added',
            name: addedInWords(filter.added, messages),
            less: () => setFilter({ ...filter, added: null }),
          },
        ]
      : []),
  ]
  return (
    <div ref={bar} className="ef-chips">
      <output>
        <bdi>{words.shownOf(shown.length, total)}</bdi>
      </output>
      {chips.map(({ key, name, less }) => (
        <button
          key={key}
          type="button"
          className="ef-chip"
          aria-label={words.removeFilter(name)}
          onClick={less}
        >
          <bdi>{name}</bdi>
          <Icon name="x" />
        </button>
      ))}
      <button type="button" className="ef-button" data-variant="ghost" onClick={() => setFilter(noFilter)}>
        {words.clearFilters}
      </button>
    </div>
  )
}

function addedInWords(added: AddedSince, { collection: words, locale }: Messages): string {
  // Who comes back a day later reads which days they are.
  const isLastDays = added.period === 'week' && isSameSince(added, addedSince('week', Date.now()))
  return isLastDays ? words.lastDays : words.since(dateInWords(added.at, locale))
}
