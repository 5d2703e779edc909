'use client'
import { useRef, useState } from 'react'
import { useMessages } from '../../hooks/files-provider.js'
import type { FileKind } from '../../parts/file-kind.js'
import { Icon } from '../../parts/icon.js'
import { AddedChoices } from './added-choices.js'
import { Choices } from '../choices.js'
import type { Facets, FileFilter } from './arrange-files.js'
import { Popup } from './popup.js'
import { countFilters, noFilter } from './use-collection.js'

interface FilterButtonProps {
  readonly filter: FileFilter
  readonly onFilter: (filter: FileFilter) => void
  readonly facets: Facets
  /** How many the filter lets through. */
  readonly count: number
}

/** Which files are shown, by type, tag and time; the list follows while it is open. */
export function FilterButton({ filter, onFilter, facets, count }: FilterButtonProps) {
  const { collection: words } = useMessages()
  const [isOpen, setIsOpen] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  const active = countFilters(filter)
  return (
    <>
      <button
        ref={button}
        type="button"
        className="ef-button ef-tool"
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        aria-label={active > 0 ? words.filtersActive(active) : words.filter}
        title={words.filter}
        onClick={() => setIsOpen(true)}
      >
        <Icon name="filter" size="sm" />
        <span className="ef-minor">{words.filter}</span>{' '}
        {active > 0 && (
          <span className="ef-badge" data-tone="accent">
            {active}
          </span>
        )}
      </button>
      {isOpen && (
        <Popup anchor={button} label={words.filter} onClose={() => setIsOpen(false)}>
          <div className="ef-menu">
            <Choices
              head={words.type}
              all={withChosen(facets.kinds, filter.kinds)}
              chosen={filter.kinds}
              nameOf={(kind: FileKind) => words.kinds[kind]}
              onChoose={(kinds) => onFilter({ ...filter, kinds })}
            />
            <Choices
              head={words.labelOrTag}
              all={withChosen(facets.tags, filter.tags)}
              chosen={filter.tags}
              nameOf={(tag: string) => tag}
              onChoose={(tags) => onFilter({ ...filter, tags })}
            />
            <AddedChoices chosen={filter.added} onChoose={(added) => onFilter({ ...filter, added })} />
            <div className="ef-menu-foot">
              <button
                type="button"
                className="ef-button"
                data-variant="ghost"
                aria-disabled={active === 0 || undefined}
                onClick={() => active > 0 && onFilter({ ...noFilter, name: filter.name })}
              >
                {words.clear}
              </button>
              <button
                type="button"
                className="ef-button"
                data-variant="primary"
                onClick={() => setIsOpen(false)}
              >
                <bdi>{words.showFiles(count)}</bdi>
              </button>
            </div>
          </div>
        </Popup>
      )}
    </>
  )
}

/** What is chosen can be unchosen, even when the last file of it has left. */
function withChosen<Value>(all: ReadonlyMap<Value, number>, chosen: ReadonlySet<Value>) {
  const gone = [...chosen].filter((value) => !all.has(value))
  return new Map([...all, ...gone.map((value) => [value, 0] as const)])
}
