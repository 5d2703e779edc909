'use client'
import { useSyncExternalStore } from 'react'

/**
 * False on a server and while the browser takes over its markup, true from then on: what only the browser knows (its time
 * zone, its pointer) is shown a moment later, and the two never differ.
 */
export function useIsHydrated(): boolean {
  return useSyncExternalStore(neverChanges, inBrowser, onServer)
}

const neverChanges = () => () => {}
const inBrowser = () => true
const onServer = () => false
