'use client'
import { useQuery } from '@tanstack/react-query'
import type { RefObject } from 'react'
import { useEffect, useState } from 'react'
import type { FileEntity } from '../../api/types.js'
import { useFileClient, useMessages } from '../../hooks/files-provider.js'
import { attachedInWords } from '../../locales/attached-in-words.js'
import { whenInView } from '../../parts/file-list/when-in-view.js'
import { attachedToQuery } from '../../queries/attached-to-query.js'

/** What a file is attached to, in words, once its row has come into view; `null` while nobody knows. */
export function useWhere(
  row: RefObject<HTMLElement | null>,
  { _id }: FileEntity,
  isAsked: boolean,
): string | null {
  const client = useFileClient()
  const { collection: words } = useMessages()
  const [isSeen, setIsSeen] = useState(false)
  useEffect(() => {
    if (!row.current || !isAsked || isSeen) return
    const watching = new AbortController()
    whenInView(row.current, watching.signal).then(
      () => setIsSeen(true),
      () => {}, // the row has left
    )
    return () => watching.abort()
  }, [row, isAsked, isSeen])
  const { data } = useQuery({ ...attachedToQuery(client, _id), enabled: isAsked && isSeen })
  return isAsked && data ? attachedInWords(data, words) : null
}
