'use client'
import { useEffect, useState } from 'react'
import { useLatest } from '../hooks/use-latest.js'

/** Code that comes once it is wanted, and stays. Whoever wants it again after a failure asks again. */
export function useChunk<Chunk>(
  load: () => Promise<Chunk>,
  isWanted: boolean,
  onFailure: (cause: unknown) => void,
): Chunk | null {
  const [loaded, setLoaded] = useState<{ readonly chunk: Chunk } | null>(null)
  const latest = useLatest({ load, onFailure })
  const isMissing = isWanted && loaded === null
  useEffect(() => {
    if (!isMissing) return
    latest.current.load().then(
      (chunk) => setLoaded({ chunk }),
      (cause: unknown) => latest.current.onFailure(cause),
    )
  }, [isMissing, latest])
  return loaded?.chunk ?? null
}
