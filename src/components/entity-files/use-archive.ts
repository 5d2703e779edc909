'use client'
import { useMemo, useRef } from 'react'
import type { RelatedFile } from '../../api/types.js'
import { useDownloadArchive } from '../../hooks/use-download-archive.js'
import { useLatest } from '../../hooks/use-latest.js'

/** Downloads many files as one archive, and once more. */
export function useArchive(title: string | undefined) {
  const archive = useDownloadArchive()
  const last = useRef<readonly RelatedFile[]>([])
  const latest = useLatest({ start: archive.start, title })
  const pack = useMemo(
    () => (files: readonly RelatedFile[]) => {
      const { start, title } = latest.current
      last.current = files
      start(files, title ? { name: `${title}.zip` } : {})
    },
    [latest],
  )
  return { ...archive, pack, again: () => pack(last.current) }
}
