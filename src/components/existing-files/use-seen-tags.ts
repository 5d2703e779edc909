'use client'
import { useMemo, useState } from 'react'
import type { FileEntity } from '../../api/types.js'
import { useMessages } from '../../hooks/files-provider.js'

/** The tags of all files that were seen, in the order of the alphabet: epilot tells of no others. */
export function useSeenTags(known: readonly FileEntity[], found: readonly FileEntity[]): readonly string[] {
  const { locale } = useMessages()
  const [seen, setSeen] = useState<ReadonlySet<string>>(new Set())
  const tags = useMemo(() => new Set([...known, ...found].flatMap(tagsOf)), [known, found])
  if ([...tags].some((tag) => !seen.has(tag))) setSeen(new Set([...seen, ...tags]))
  return useMemo(() => [...seen].toSorted(new Intl.Collator(locale).compare), [seen, locale])
}

function tagsOf({ _tags }: FileEntity): readonly string[] {
  return _tags ?? []
}
