'use client'
import { useEffect, useRef } from 'react'
import { useMessages } from '../../hooks/files-provider.js'
import { Icon } from '../../parts/icon.js'
import type { LabelSuggestion } from './suggest-labels.js'

interface LabelListProps {
  /** Also begins the ids of its options. */
  readonly id: string
  readonly suggestions: readonly LabelSuggestion[]
  /** Where the keys have come to; -1 is nowhere. */
  readonly active: number
  readonly onTake: (suggestion: LabelSuggestion) => void
}

/** The labels that are offered. The field has the focus all the time. */
export function LabelList({ id, suggestions, active, onTake }: LabelListProps) {
  const { collection: words } = useMessages()
  const list = useRef<HTMLDivElement>(null)
  useEffect(() => {
    list.current?.children[active]?.scrollIntoView({ block: 'nearest' })
  }, [active, suggestions])
  return (
    <div
      ref={list}
      id={id}
      role="listbox"
      className="ef-menu-scroll"
      aria-label={words.labels}
      tabIndex={-1}
      // What has the focus keeps it, and the keyboard of a phone stays as it is.
      onMouseDown={(event) => event.preventDefault()}
    >
      {suggestions.map((suggestion, index) => (
        <button
          key={`${suggestion.isNew} ${suggestion.label}`}
          id={`${id}${index}`}
          type="button"
          role="option"
          className="ef-menu-item"
          tabIndex={-1}
          aria-selected={index === active}
          onClick={() => onTake(suggestion)}
        >
          <Icon name={suggestion.isNew ? 'plus' : 'tag'} />
          <span className="ef-grow">
            <bdi>{suggestion.isNew ? words.createLabel(suggestion.label) : suggestion.label}</bdi>
          </span>
        </button>
      ))}
    </div>
  )
}
