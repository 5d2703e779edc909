'use client'
import { useCallback, useMemo, useState } from 'react'
import type { FileError } from '../../api/errors.js'

/** Keeps what has become of files, by their ids: why something failed, or `null` where something else was begun. */
export type Note = (news: readonly (readonly [fileId: string, error: FileError | null])[]) => void

interface Problems {
  readonly problems: ReadonlyMap<string, FileError>
  readonly note: Note
  /** Leaves these files to what was known before. */
  readonly forget: (fileIds: readonly string[]) => void
}

/** What went wrong last with each file; `known` is what somebody else keeps of them, and comes first. */
export function useProblems(known: ReadonlyMap<string, FileError>): Problems {
  const [noted, setNoted] = useState<ReadonlyMap<string, FileError | null>>(nothing)
  const note = useCallback<Note>((news) => {
    if (news.length > 0) setNoted((all) => new Map([...all, ...news]))
  }, [])
  const forget = useCallback((fileIds: readonly string[]) => {
    const ids = new Set(fileIds)
    setNoted((all) => (all.size === 0 ? all : new Map([...all].filter(([id]) => !ids.has(id)))))
  }, [])
  const problems = useMemo(() => {
    const all = [...known, ...noted].filter(([id, error]) => error !== null && noted.get(id) !== null)
    return new Map(all as [string, FileError][]) // the others are filtered out
  }, [known, noted])
  return { problems, note, forget }
}

const nothing: ReadonlyMap<string, FileError | null> = new Map()
