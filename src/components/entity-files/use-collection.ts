'use client'
import { useDeferredValue, useMemo, useState } from 'react'
import type { FileEntity } from '../../api/types.js'
import { useMessages } from '../../hooks/files-provider.js'
import type { Facets, FileFilter, FileSort } from './arrange-files.js'
import { arrangeFiles, facetsOf } from './arrange-files.js'

/** Files as somebody wants to see them. */
export interface Collection<File extends FileEntity = FileEntity> {
  /** Those that the filter lets through, in their order. */
  readonly shown: readonly File[]
  readonly filter: FileFilter
  readonly setFilter: (filter: FileFilter) => void
  readonly sort: FileSort
  readonly setSort: (sort: FileSort) => void
  /** What `shown` was found by; the browser may be a moment behind who types. */
  readonly foundBy: string
  readonly facets: Facets
  /** Something is filtered or sorted, which takes all files to be right. */
  readonly needsAll: boolean
}

/** Sorts files and finds some of them, by name, type, tag and time. */
export function useCollection<File extends FileEntity>(files: readonly File[]): Collection<File> {
  const [filter, setFilter] = useState(noFilter)
  const [sort, setSort] = useState(newestFirst)
  const { locale } = useMessages()
  const deferred = useDeferredValue(filter)
  const shown = useMemo(() => arrangeFiles(files, deferred, sort, locale), [files, deferred, sort, locale])
  const facets = useMemo(() => facetsOf(files), [files])
  const foundBy = deferred.name.trim()
  const needsAll = filter !== noFilter || sort !== newestFirst
  return { shown, filter, setFilter, sort, setSort, foundBy, facets, needsAll }
}

/** Lets all files through. */
export const noFilter: FileFilter = { name: '', kinds: new Set(), tags: new Set(), added: null }

/** How many filters are set, besides the name. */
export function countFilters({ kinds, tags, added }: FileFilter): number {
  return kinds.size + tags.size + (added ? 1 : 0)
}

const newestFirst: FileSort = { by: 'added', order: 'desc' }
