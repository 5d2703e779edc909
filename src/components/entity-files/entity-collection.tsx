'use client'
import type { UseInfiniteQueryResult } from '@tanstack/react-query'
import type { RefObject } from 'react'
import { useMemo, useRef } from 'react'
import type { RelatedFile } from '../../api/types.js'
import { useMessages } from '../../hooks/files-provider.js'
import { useSelected, useSelection } from '../../hooks/use-selection.js'
import type { Density } from '../../parts/file-list/root.js'
import type { FileListRowsHandle } from '../../parts/file-list/rows.js'
import type { FocusFallback } from '../../parts/use-keep-focus.js'
import type { EntityFiles } from '../../queries/entity-files-query.js'
import type { ArchiveHandle } from './archive-bar.js'
import { ArchiveBar } from './archive-bar.js'
import { NotShown } from '../not-shown.js'
import type { Cards } from '../cards.js'
import { useViewer } from '../file-viewer/use-viewer.js'
import { CollectionFoot } from './collection-foot.js'
import { CollectionList } from './collection-list.js'
import type { RowActions } from './row-menu.js'
import { Deeds } from './deeds.js'
import { FilterChips } from './filter-chips.js'
import { ListProblem } from './list-problem.js'
import { LoadingFiles } from './loading-files.js'
import { NothingShown } from './nothing-shown.js'
import { SelectedBar } from './selected-bar.js'
import type { Collection } from './use-collection.js'
import { countFilters } from './use-collection.js'
import type { useFileActions } from './use-file-actions.js'
import type { NewVersions } from './use-new-versions.js'

interface EntityCollectionProps {
  readonly stored: UseInfiniteQueryResult<EntityFiles>
  readonly collection: Collection<RelatedFile>
  /** Cards instead of rows. */
  readonly cards: Cards | undefined
  readonly density: Density | undefined
  readonly deeds: ReturnType<typeof useFileActions>
  readonly readOnly: boolean
  readonly deletable: boolean
  readonly versions: NewVersions
  /** What a download of many files is called, without its extension. */
  readonly archiveName: string | undefined
  /** The ids of files that will be taken off, once somebody has approved it. */
  readonly leaving: readonly string[] | undefined
  /** Looks for files of this name in all of epilot, where one of them may be attached. */
  readonly onSearchAll: ((name: string) => void) | undefined
  readonly searchRef: RefObject<HTMLInputElement | null>
  readonly focusFallback: FocusFallback
}

/** The files that are there, and what can be done to them. */
export function EntityCollection(props: EntityCollectionProps) {
  const { stored, collection, cards, density, deeds, readOnly, deletable, leaving, versions } = props
  const { shown, filter, foundBy } = collection
  const messages = useMessages()
  const files = stored.data?.files ?? none
  const list = useRef<HTMLUListElement>(null)
  const { toList, toSearch } = useWaysBack(list, props.searchRef, props.focusFallback)
  const keys = useMemo(() => shown.map(({ _id }) => _id), [shown])
  const selection = useSelection(keys)
  const selected = new Set(useSelected(selection, keys))
  const { actions: all } = deeds
  const archive = useRef<ArchiveHandle>(null)
  const rows = useRef<FileListRowsHandle>(null)
  const { preview, viewer } = useViewer({
    files: shown,
    focusFallback: toList,
    onLeave: (file) => rows.current?.focus(shown.indexOf(file)),
  })
  const actions = useMemo<RowActions>(
    () => ({
      preview,
      download: all.download,
      archive: (files) => archive.current?.pack(files),
      onDownload: all.onDownload,
      rename: readOnly ? undefined : all.rename,
      newVersion: readOnly ? undefined : versions.choose,
      detach: readOnly ? undefined : all.detach,
      label: readOnly ? undefined : all.label,
      share: readOnly ? undefined : all.share,
      remove: readOnly || !deletable ? undefined : all.remove,
    }),
    [preview, all, readOnly, deletable, versions.choose],
  )
  const isLeaving = useMemo(() => new Set(leaving), [leaving])
  const isFiltered = files.length > 0 && countFilters(filter) > 0
  const isSearching = collection.needsAll && stored.hasNextPage && !stored.isFetchNextPageError
  return (
    <>
      {stored.isPending && <LoadingFiles density={density} />}
      {stored.error && <ListProblem stored={stored} error={stored.error} focusFallback={toSearch} />}
      <ArchiveBar
        title={props.archiveName}
        handle={archive}
        focusFallback={toList}
        above={
          isFiltered && <FilterChips collection={collection} total={files.length} focusFallback={toSearch} />
        }
      >
        {selected.size > 0 && (
          <SelectedBar
            selection={selection}
            files={shown.filter(({ _id }) => selected.has(_id))}
            isAll={selected.size === keys.length}
            actions={actions}
            focusFallback={toList}
          />
        )}
        <NotShown error={deeds.labels.failure} />
      </ArchiveBar>
      {files.length > 0 && shown.length === 0 && !isSearching && (
        <NothingShown
          collection={collection}
          total={files.length}
          onSearchAll={props.onSearchAll}
          focusFallback={toSearch}
        />
      )}
      {shown.length > 0 && (
        <CollectionList
          {...{ cards, density, selection, actions }}
          files={shown}
          // Of all files, so that it stays the same list while somebody types.
          isLong={files.length > mostInPage}
          query={foundBy}
          problems={deeds.problems}
          renaming={readOnly ? null : deeds.renaming}
          leaving={isLeaving}
          versions={readOnly ? undefined : versions}
          onDetach={actions.detach}
          rowsRef={rows}
          listRef={list}
          focusFallback={toSearch}
        />
      )}
      {stored.data && (
        <CollectionFoot stored={stored} needsAll={collection.needsAll} focusFallback={toList} />
      )}
      {viewer}
      <Deeds deeds={deeds} files={files} focusFallback={toList} />
      <output className="ef-hidden">{foundBy !== '' && !isSearching && messages.found(shown.length)}</output>
    </>
  )
}

/** Where the focus goes on when what has it goes away; the list and the field come and go themselves. */
function useWaysBack(
  list: FocusFallback,
  search: FocusFallback,
  focusFallback: FocusFallback,
): { readonly toList: FocusFallback; readonly toSearch: FocusFallback } {
  return useMemo(() => {
    const outer = () => search.current ?? focusFallback.current
    const row = () => list.current?.querySelector<HTMLElement>(':scope > [tabindex="0"]')
    return {
      toList: {
        get current() {
          return row() ?? outer()
        },
      },
      toSearch: {
        get current() {
          return outer() ?? row() ?? null
        },
      },
    }
  }, [list, search, focusFallback])
}

const none: readonly RelatedFile[] = []
const mostInPage = 100
