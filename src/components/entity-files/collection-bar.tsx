'use client'
import type { ReactNode, RefObject } from 'react'
import { useMessages } from '../../hooks/files-provider.js'
import type { FileAttributeRules } from '../../intake/file-attribute-rules.js'
import { Icon } from '../../parts/icon.js'
import { PanelTitle } from '../panel-title.js'
import type { FilesView } from './collection-list.js'
import { FilterButton } from './filter-button.js'
import { SortButton } from './sort-button.js'
import type { Collection } from './use-collection.js'

interface CollectionBarProps {
  readonly titleId: string
  readonly title: ReactNode
  readonly attribute: FileAttributeRules | undefined
  readonly count: number
  /** There may be more. */
  readonly hasMore: boolean
  /** What it finds some of; `null` while there is nothing to look through. */
  readonly collection: Collection | null
  readonly view: FilesView
  readonly onView: (view: FilesView) => void
  readonly titleRef: RefObject<HTMLHeadingElement | null>
  readonly searchRef: RefObject<HTMLInputElement | null>
  /** How files come in. */
  readonly children: ReactNode
}

/** The head of a collection: what it is called, and how it is looked through. */
export function CollectionBar(props: CollectionBarProps) {
  const { titleId, title, attribute, count, hasMore, collection, view, onView, searchRef } = props
  const messages = useMessages()
  return (
    <div className="ef-bar ef-collection-bar">
      <PanelTitle
        id={titleId}
        titleRef={props.titleRef}
        {...{ title, attribute, count, hasMore }}
        className="ef-grow"
      />
      {collection && (
        <>
          <label className="ef-search">
            <Icon name="search" size="sm" />
            <input
              ref={searchRef}
              className="ef-input"
              type="search"
              value={collection.filter.name}
              placeholder={messages.find}
              aria-label={messages.findIn(count)}
              onChange={({ target }) => collection.setFilter({ ...collection.filter, name: target.value })}
              // The form that it may stand in is not handed in by it.
              onKeyDown={(event) => event.key === 'Enter' && event.preventDefault()}
            />
          </label>
          <SortButton sort={collection.sort} onSort={collection.setSort} />
          <FilterButton
            filter={collection.filter}
            onFilter={collection.setFilter}
            facets={collection.facets}
            count={collection.shown.length}
          />
          <ViewButtons view={view} onView={onView} />
        </>
      )}
      {props.children}
    </div>
  )
}

function ViewButtons({ view, onView }: Pick<CollectionBarProps, 'view' | 'onView'>) {
  const { collection: words } = useMessages()
  return (
    <span {...group} className="ef-seg" aria-label={words.view}>
      {views.map(({ view: own, icon }) => (
        <button
          key={own}
          type="button"
          className="ef-icon-button"
          aria-pressed={own === view}
          aria-label={words[own]}
          title={words[own]}
          onClick={() => onView(own)}
        >
          <Icon name={icon} />
        </button>
      ))}
    </span>
  )
}

// No <fieldset>, which lays out its children in a way of its own.
const group = { role: 'group' }

const views = [
  { view: 'list', icon: 'rows' },
  { view: 'grid', icon: 'grid' },
] as const
