'use client'
import type { RefObject } from 'react'
import { fileExtensions } from '../../api/file-extensions.js'
import type { FileSearchType } from '../../api/file-extensions.js'
import { useMessages } from '../../hooks/files-provider.js'
import { Icon } from '../../parts/icon.js'
import { PickFilter } from './pick-filter.js'
import type { useFoundFiles } from './use-found-files.js'

interface PickHeadProps {
  readonly finding: ReturnType<typeof useFoundFiles>
  /** The tags that can be filtered by. */
  readonly tags: readonly string[]
  readonly searchRef: RefObject<HTMLInputElement | null>
  /** Goes on among the files that were found. */
  readonly onEnterList: () => void
}

/** What files are looked for by: what is typed, and their types and tags. */
export function PickHead({ finding, tags, searchRef, onEnterList }: PickHeadProps) {
  const { collection: words } = useMessages()
  const { found, typed, setTyped, filter, setFilter } = finding
  const count = found.data?.hits ?? 0
  return (
    <div className="ef-chips">
      <label className="ef-search" data-size="full">
        <Icon name="search" size="sm" />
        <input
          ref={searchRef}
          className="ef-input"
          type="search"
          value={typed}
          placeholder={words.searchAll}
          aria-label={words.searchAll}
          onChange={({ target }) => setTyped(target.value)}
          onKeyDown={(event) => {
            if (event.key !== 'ArrowDown') return
            event.preventDefault()
            onEnterList()
          }}
        />
      </label>
      <PickFilter
        icon="filter"
        name={words.type}
        all={types}
        chosen={filter.types}
        nameOf={(type) => words.kinds[type]}
        onChoose={(chosen) => setFilter({ ...filter, types: chosen })}
        count={count}
      />
      <PickFilter
        icon="tag"
        name={words.tag}
        all={tags}
        chosen={filter.tags}
        nameOf={(tag) => tag}
        onChoose={(chosen) => setFilter({ ...filter, tags: chosen })}
        count={count}
      />
    </div>
  )
}

// The keys are those of the record.
const types = Object.keys(fileExtensions) as readonly FileSearchType[]
