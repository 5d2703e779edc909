'use client'
import type { RefObject } from 'react'
import { useEffect, useState } from 'react'

interface Rows {
  readonly count: number
  readonly keyAt: (index: number) => string
}

/** How many rows are to be in the page: more, whenever the last of them comes near. */
export function useReach(list: RefObject<HTMLElement | null> | undefined, { count, keyAt }: Rows): number {
  const [reach, setReach] = useState(step)
  const isMore = reach < count
  // Sorted anew, another one is the last.
  const lastKey = isMore ? keyAt(reach - 1) : undefined
  useEffect(() => {
    const last = list?.current?.querySelector(`:scope > [data-index="${reach - 1}"]`)
    if (!isMore || !last) return
    const observer = new IntersectionObserver(
      (entries) => entries.some(({ isIntersecting }) => isIntersecting) && setReach(reach + step),
      { rootMargin: ahead },
    )
    observer.observe(last)
    return () => observer.disconnect()
  }, [list, isMore, reach, lastKey])
  return Math.min(reach, Math.max(count, step))
}

const step = 120
// So early that nobody who scrolls sees the end of what is there.
const ahead = '1200px'
