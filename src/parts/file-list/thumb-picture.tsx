'use client'
import { useEffect, useRef, useState } from 'react'
import type { PictureSource } from './draw-picture.js'

/** The picture of a file, over the glyph of its kind; nothing where there is none that the browser can show. */
export function ThumbPicture({ source }: { readonly source: PictureSource }) {
  const canvas = useRef<HTMLCanvasElement>(null)
  const [drawn, setDrawn] = useState<PictureSource | null>(null)

  useEffect(() => {
    const leaving = new AbortController()
    void keep(canvas.current, source, leaving.signal, (isDrawn) => setDrawn(isDrawn ? source : null))
    return () => leaving.abort()
  }, [source])

  const isDrawn = drawn === source
  return (
    <canvas
      ref={canvas}
      className="ef-picture"
      data-image={isDrawn ? '' : undefined}
      hidden={!isDrawn}
      aria-hidden
    />
  )
}

/** Whether an upload's file may have a picture worth trying: what is too large would cost more than it shows. */
export function mayHavePicture({ type, size }: File): boolean {
  return type.startsWith('image/') && type !== 'image/svg+xml' && size > 0 && size <= mostBytes
}

/** A picture is decoration: where there is none, for whatever reason, the glyph stays. */
async function keep(
  canvas: HTMLCanvasElement | null,
  source: PictureSource,
  signal: AbortSignal,
  onDrawn: (isDrawn: boolean) => void,
): Promise<void> {
  try {
    // Only lists of pictures need it.
    const { keepDrawn } = await import('./draw-picture.js')
    if (canvas) await keepDrawn(canvas, source, signal, onDrawn)
  } catch {
    // Nobody asks for it any more, or it cannot be shown.
  }
}

const mostBytes = 64_000_000
