'use client'
import { useCallback, useMemo, useState } from 'react'

interface Keys {
  readonly count: number
  readonly keyAt: (index: number) => string
}

/** The row that has the focus, or had it last; where it has left the list, the one in its place. */
export function useTabStop({ count, keyAt }: Keys): readonly [index: number, enter: (index: number) => void] {
  const [last, setLast] = useState<{ readonly key: string | null; readonly index: number }>(first)
  const tabStop = useMemo(() => indexOf(last, { count, keyAt }), [last, count, keyAt])
  const enter = useCallback(
    (index: number) => {
      if (index < count) setLast({ key: keyAt(index), index })
    },
    [count, keyAt],
  )
  return [tabStop, enter]
}

function indexOf({ key, index }: { key: string | null; index: number }, { count, keyAt }: Keys): number {
  if (key === null || (index < count && keyAt(index) === key)) return index
  for (let at = 0; at < count; at++) if (keyAt(at) === key) return at
  return Math.max(0, Math.min(index, count - 1))
}

const first = { key: null, index: 0 }
