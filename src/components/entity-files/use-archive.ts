'use client'
import { useMemo, useRef } from 'react'
import type { RelatedFile } from '../../api/types.js'
import type { ArchiveDownload } from '../../hooks/use-download-archive.js'
import { useDownloadArchive } from '../../hooks/use-download-archive.js'
import { useLatest } from '../../hooks/use-latest.js'

/** A download of many files as one archive. */
export interface Archive extends Omit<ArchiveDownload, 'start'> {
  /** Begins it; always the same function. */
  readonly pack: (files: readonly RelatedFile[]) => void
  /** The same files once more. */
  readonly again: () => void
}

/** Downloads many files as one archive, and once more. */
export function useArchive(title: string | undefined): Archive {
  const { start, ...archive } = useDownloadArchive()
  const last = useRef<readonly RelatedFile[]>([])
  const isPacking = archive.state?.status === 'packing'
  const latest = useLatest({ start, title, isPacking })
  const pack = useMemo(
    () => (files: readonly RelatedFile[]) => {
      const { start, title, isPacking } = latest.current
      if (isPacking) return
      last.current = files
      start(files, title ? { name: `${title}.zip` } : {})
    },
    [latest],
  )
  return { ...archive, pack, again: () => pack(last.current) }
}
