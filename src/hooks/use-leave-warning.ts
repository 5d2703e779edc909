'use client'
import { useEffect } from 'react'
import { useStore } from 'zustand'
import { useFileClient } from './files-provider.js'

/**
 * Lets the browser ask before the page is left while uploads are under way.
 *
 * @example
 * function App() { useLeaveWarning(); … }
 */
export function useLeaveWarning(): void {
  const { uploads } = useFileClient()
  const isLive = useStore(uploads.total, (summary) => summary.live > 0)

  useEffect(() => {
    if (!isLive) return
    const warn = (event: BeforeUnloadEvent) => event.preventDefault()
    // Only while it is needed: the listener keeps a page out of the back-forward cache.
    window.addEventListener('beforeunload', warn)
    return () => window.removeEventListener('beforeunload', warn)
  }, [isLive])
}
