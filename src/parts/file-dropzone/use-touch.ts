'use client'
import { useSyncExternalStore } from 'react'

/** Whether fingers are all there is: nothing can be dragged, and there is a camera. */
export function useTouch(): boolean {
  return useSyncExternalStore(subscribe, isTouch, () => false)
}

function isTouch(): boolean {
  return mediaQuery()?.matches ?? false
}

function subscribe(onChange: () => void): () => void {
  const list = mediaQuery()
  list?.addEventListener('change', onChange)
  return () => list?.removeEventListener('change', onChange)
}

/** None where an app is tested without a browser. */
function mediaQuery(): MediaQueryList | undefined {
  return typeof matchMedia === 'function' ? matchMedia(query) : undefined
}

const query = '(hover: none) and (pointer: coarse)'
