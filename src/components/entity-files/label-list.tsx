'use client'
import type { MouseEvent } from 'react'
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
    <div ref={list} id={id} {...listbox} className="ef-menu-scroll" aria-label={words.labels} tabIndex={-1}>
      {suggestions.map((suggestion, index) => (
        <button
          key={`${suggestion.isNew} ${suggestion.label}`}
          id={`${id}${index}`}
          type="button"
          {...option(index === active)}
          className="ef-menu-item"
          tabIndex={-1}
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

// No <select>, which would take the focus from the field. What has it keeps it, and the keyboard of a phone stays as it is.
const listbox = { role: 'listbox', onMouseDown: (event: MouseEvent) => event.preventDefault() }
const option = (isActive: boolean) => ({ role: 'option', 'aria-selected': isActive })
