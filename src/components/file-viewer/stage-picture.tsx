'use client'
import type { RefObject } from 'react'
import { useEffect, useRef, useState } from 'react'
import { useLatest } from '../../hooks/use-latest.js'
import { useCentre } from './use-centre.js'
import type { Size } from './use-size.js'

interface StagePictureProps {
  readonly picture: Blob
  readonly name: string
  /** What scrolls it. */
  readonly place: RefObject<HTMLElement | null>
  readonly room: Size
  /** 1 fits the room. */
  readonly scale: number
  /** Told whether the browser can show it. */
  readonly onDrawn: (isDrawn: boolean) => void
}

/** A picture, drawn: a strict CSP needs no `img-src blob:`. A larger one of the same file takes its place once it is drawn. */
export function StagePicture({ picture, name, place, room, scale, onDrawn }: StagePictureProps) {
  const canvas = useRef<HTMLCanvasElement>(null)
  const [drawn, setDrawn] = useState<Size | null>(null)
  const latest = useLatest(onDrawn)
  useEffect(() => {
    const leaving = new AbortController()
    draw(canvas.current, picture, leaving.signal).then(
      (size) => {
        setDrawn(size)
        latest.current(true)
      },
      () => {
        if (!leaving.signal.aborted) latest.current(false)
      },
    )
    return () => leaving.abort()
  }, [picture, latest])

  const { width, height } = shownSize(drawn ?? nothing, room, scale)
  useCentre(place, { width, height })
  return (
    <canvas
      ref={canvas}
      className="ef-stage-picture"
      {...image}
      aria-label={name}
      hidden={!drawn}
      style={{ width, height }}
    />
  )
}

async function draw(canvas: HTMLCanvasElement | null, picture: Blob, signal: AbortSignal): Promise<Size> {
  const bitmap = await createImageBitmap(picture)
  try {
    signal.throwIfAborted()
    const { width, height } = bitmap
    if (canvas) Object.assign(canvas, { width, height })
    canvas?.getContext('2d')?.drawImage(bitmap, 0, 0)
    return { width, height }
  } finally {
    bitmap.close()
  }
}

/** As large as there is room; a small picture, which is that small itself, is not blown up. */
function shownSize({ width, height }: Size, room: Size, scale: number): Size {
  const most = width < small ? 1 : Infinity
  const factor = width === 0 ? 0 : Math.min(room.width / width, room.height / height, most) * scale
  return { width: Math.round(width * factor), height: Math.round(height * factor) }
}

// An <img> would need a URL for the bytes.
const image = { role: 'img' }

const nothing: Size = { width: 0, height: 0 }
// No smaller one is asked for.
const small = 640
