'use client'
import { useEffect, useRef, useState } from 'react'

/** The picture of an image file, over the glyph that says the same; nothing where the browser cannot show it. */
export function ThumbPicture({ file }: { readonly file: File }) {
  const canvas = useRef<HTMLCanvasElement>(null)
  const [drawn, setDrawn] = useState<File | null>(null)

  useEffect(() => {
    const leaving = new AbortController()
    void draw(canvas.current, file, leaving.signal).then((isDrawn) => {
      if (!leaving.signal.aborted) setDrawn(isDrawn ? file : null)
    })
    return () => leaving.abort()
  }, [file])

  const isDrawn = drawn === file
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
async function draw(canvas: HTMLCanvasElement | null, file: File, signal: AbortSignal): Promise<boolean> {
  try {
    // Only lists of pictures need it.
    const { drawPicture } = await import('./draw-picture.js')
    if (canvas) await drawPicture(canvas, file, signal)
    return canvas !== null
  } catch {
    return false
  }
}

const mostBytes = 64_000_000
