'use client'
import { useEffect, useState } from 'react'
import type { FileEntity } from '../../api/types.js'
import { useLatest } from '../../hooks/use-latest.js'

interface PlaceOptions {
  readonly files: readonly FileEntity[]
  readonly fileId: string
  readonly onChange: (fileId: string) => void
  readonly onClose: () => void
}

/** Where the file stands in its list. Where it leaves, the next one takes its place, and after the last one there is none. */
export function usePlace({ files, fileId, ...events }: PlaceOptions): number {
  const found = files.findIndex(({ _id }) => _id === fileId)
  const [last, setLast] = useState(0)
  if (found >= 0 && found !== last) setLast(found)
  const place = found >= 0 ? found : Math.min(last, files.length - 1)

  const latest = useLatest(events)
  const instead = found >= 0 ? undefined : (files[place]?._id ?? null)
  useEffect(() => {
    if (instead === null) latest.current.onClose()
    else if (instead !== undefined) latest.current.onChange(instead)
  }, [instead, latest])
  return place
}
