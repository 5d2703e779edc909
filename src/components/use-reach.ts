'use client'
import type { RefObject } from 'react'
import { useEffect, useState } from 'react'

/** How many rows of `count` are to be in the page: more, whenever the last of them comes near. */
export function useReach(list: RefObject<HTMLElement | null> | undefined, count: number): number {
  const [reach, setReach] = useState(step)
  const isMore = reach < count
  useEffect(() => {
    const last = list?.current?.querySelector(`:scope > [data-index="${reach - 1}"]`)
    if (!isMore || !last) return
    const observer = new IntersectionObserver(
      (entries) => entries.some(({ isIntersecting }) => isIntersecting) && setReach(reach + step),
      { rootMargin: ahead },
    )
    observer.observe(last)
    return () => observer.disconnect()
  }, [list, isMore, reach])
  return Math.min(reach, Math.max(count, step))
}

const step = 120
// So early that nobody who scrolls sees the end of what is there.
const ahead = '1200px'
