'use client'
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { useEffect, useMemo, useState } from 'react'
import type { FileSearchType } from '../../api/file-extensions.js'
import type { FileEntity } from '../../api/types.js'
import { useFileClient } from '../../hooks/files-provider.js'
import { foundFilesQuery } from '../../queries/found-files-query.js'

/** What files are looked for by. */
export interface Search {
  readonly text: string
  /** One of them; none lets all through. */
  readonly types: ReadonlySet<FileSearchType>
  /** One of them; none lets all through. */
  readonly tags: ReadonlySet<string>
}

/** Looks for files of epilot by what somebody types, and by their types and tags. */
export function useFoundFiles(firstText: string) {
  const client = useFileClient()
  const [typed, setTyped] = useState(firstText)
  const [filter, setFilter] = useState<Pick<Search, 'types' | 'tags'>>(noFilter)
  const text = useSettled(typed.trim())
  const search = useMemo<Search>(() => ({ ...filter, text }), [filter, text])
  const query = useMemo(() => foundFilesQuery(client, queryOf(search)), [client, search])
  const found = useInfiniteQuery({ ...query, placeholderData: keepPreviousData })
  // What was found before still shows while the next search is under way.
  const [foundBy, setFoundBy] = useState(search)
  if (foundBy !== search && found.isSuccess && !found.isPlaceholderData) setFoundBy(search)
  return { found, foundBy, typed, setTyped, filter, setFilter, files: found.data?.files ?? none }
}

/** In the order of the alphabet, so that the same search is the same query. */
function queryOf({ text, types, tags }: Search) {
  return { text, types: [...types].toSorted(), anyOfTags: [...tags].toSorted() }
}

/** What is typed, once the fingers rest: each search is a call. */
function useSettled(typed: string): string {
  const { clock } = useFileClient()
  const [settled, setSettled] = useState(typed)
  useEffect(() => clock.setTimeout(() => setSettled(typed), restMs), [clock, typed])
  return settled
}

/** Lets all files through. */
export const noFilter: Pick<Search, 'types' | 'tags'> = { types: new Set(), tags: new Set() }
const none: readonly FileEntity[] = []
const restMs = 200
