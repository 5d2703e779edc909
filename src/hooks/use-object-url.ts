'use client'
import { useEffect, useState } from 'react'

/**
 * A URL for the `src` of an image or a frame, for as long as the bytes are shown here; `undefined` before, and without any.
 *
 * @example
 * const src = useObjectUrl(preview?.blob) ?? preview?.url
 */
export function useObjectUrl(blob: Blob | null | undefined): string | undefined {
  const [made, setMade] = useState<{ readonly blob: Blob; readonly url: string }>()

  useEffect(() => {
    if (!blob) return undefined
    const url = URL.createObjectURL(blob)
    setMade({ blob, url })
    return () => URL.revokeObjectURL(url)
  }, [blob])

  // That of other bytes is revoked already.
  return made && made.blob === blob ? made.url : undefined
}
