'use client'
import type { RefObject } from 'react'
import { useLayoutEffect, useRef } from 'react'
import type { Size } from './use-size.js'

/** Keeps in the middle of a scrolling place what was there, as its content becomes larger or smaller. */
export function useCentre(place: RefObject<HTMLElement | null>, { width, height }: Size): void {
  const before = useRef({ width, height })
  useLayoutEffect(() => {
    const last = before.current
    before.current = { width, height }
    const box = place.current
    if (!box) return
    const { clientWidth, clientHeight, scrollLeft, scrollTop } = box
    box.scrollTo(
      moved(scrollLeft, { room: clientWidth, was: last.width, is: width }),
      moved(scrollTop, { room: clientHeight, was: last.height, is: height }),
    )
  }, [place, width, height])
}

interface Growth {
  readonly room: number
  readonly was: number
  readonly is: number
}

function moved(scrolled: number, { room, was, is }: Growth): number {
  const middle = (scrolled + room / 2) / Math.max(room, was)
  return middle * Math.max(room, is) - room / 2
}
