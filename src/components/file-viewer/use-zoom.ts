'use client'
import type { KeyboardEvent } from 'react'
import { useState } from 'react'

/** How large a picture is shown: 1 fits its place. */
export interface Zoom {
  readonly scale: number
  /** Not there at its end. */
  readonly zoomIn: (() => void) | undefined
  readonly zoomOut: (() => void) | undefined
  /** + and - zoom, 0 fits again. */
  readonly onKey: (event: KeyboardEvent) => void
}

/** Zooms by steps; another picture begins anew. */
export function useZoom(pictureKey: string): Zoom {
  const [last, setZoom] = useState({ pictureKey, scale: 1 })
  const scale = last.pictureKey === pictureKey ? last.scale : 1
  const to = (next: number | undefined) =>
    next === undefined ? undefined : () => setZoom({ pictureKey, scale: next })
  const zoomIn = to(scales.find((each) => each > scale))
  const zoomOut = to(scales.findLast((each) => each < scale))
  return {
    scale,
    zoomIn,
    zoomOut,
    onKey({ key, altKey, ctrlKey, metaKey }) {
      // With these the whole page is zoomed.
      if (altKey || ctrlKey || metaKey) return
      if (key === '+' || key === '=') zoomIn?.()
      if (key === '-') zoomOut?.()
      if (key === '0') to(1)?.()
    },
  }
}

const scales = [0.5, 0.75, 1, 1.25, 1.5, 2, 3, 4]
