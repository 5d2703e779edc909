'use client'
import { useDeferredValue, useMemo, useState } from 'react'
import { useMatchingUploads } from '../hooks/use-matching-uploads.js'
import type { UploadState } from '../transfer/upload-state.js'
import { isLive } from '../transfer/upload-state.js'
import { displayName } from '../parts/display-name.js'
import { fold } from '../parts/find-in-name.js'
import type { Upload } from '../uploads/upload.js'

/** Which uploads a list shows. */
export type Filter = 'all' | 'attention' | 'waiting'

/** What is looked for among uploads. */
export interface Find {
  readonly query: string
  readonly setQuery: (query: string) => void
  readonly filter: Filter
  readonly setFilter: (filter: Filter) => void
  /** What `shown` was found by; the browser may be a moment behind who types. */
  readonly foundBy: string
  readonly shown: readonly Upload[]
}

/** Finds uploads by their names and by what they are doing. */
export function useFind(uploads: readonly Upload[], scope: string): Find {
  const [query, setQuery] = useState('')
  const [filter, setFilter] = useState<Filter>('all')
  const foundBy = useDeferredValue(query).trim()
  const matching = useMatchingUploads(scope, filters[filter])

  const shown = useMemo(() => {
    const needle = fold(foundBy)
    const isFound = (upload: Upload) => needle === '' || foldedName(upload).includes(needle)
    if (filter !== 'all') return uploads.filter((upload) => matching.has(upload) && isFound(upload))
    return needle === '' ? uploads : uploads.filter(isFound)
  }, [uploads, foundBy, filter, matching])
  return { query, setQuery, filter, setFilter, foundBy, shown }
}

const filters: Readonly<Record<Filter, (state: UploadState) => boolean>> = {
  all: () => false, // nothing to look at
  attention: (state) => state.status === 'failed',
  waiting: isLive,
}

function foldedName(upload: Upload): string {
  const known = foldedNames.get(upload)
  if (known !== undefined) return known
  const folded = fold(displayName(upload.file.name))
  foldedNames.set(upload, folded)
  return folded
}

const foldedNames = new WeakMap<Upload, string>()
