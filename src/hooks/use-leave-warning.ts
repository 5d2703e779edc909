'use client'
import { useEffect } from 'react'
import { useUploadSummary } from './use-upload-summary.js'

/**
 * Lets the browser ask before the page is left while uploads are under way.
 *
 * @example
 * function App() { useLeaveWarning(); … }
 */
export function useLeaveWarning(): void {
  const isLive = useUploadSummary(undefined, (summary) => summary.live > 0)

  useEffect(() => {
    if (!isLive) return
    const warn = (event: BeforeUnloadEvent) => event.preventDefault()
    // Only while it is needed: the listener keeps a page out of the back-forward cache.
    window.addEventListener('beforeunload', warn)
    return () => window.removeEventListener('beforeunload', warn)
  }, [isLive])
}
