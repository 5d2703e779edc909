'use client'
import type { RefObject } from 'react'
import { useLayoutEffect, useState } from 'react'

/** How large, in CSS pixels. */
export interface Size {
  readonly width: number
  readonly height: number
}

/** How large an element is, with its scrollbars: these come and go with what is in it. */
export function useSize(element: RefObject<HTMLElement | null>): Size | null {
  const [size, setSize] = useState<Size | null>(null)
  useLayoutEffect(() => {
    const measured = element.current
    if (!measured) return
    const measure = () => {
      const { offsetWidth: width, offsetHeight: height } = measured
      setSize((last) => (last?.width === width && last.height === height ? last : { width, height }))
    }
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(measured)
    return () => observer.disconnect()
  }, [element])
  return size
}
