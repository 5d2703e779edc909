'use client'
import { useEffect } from 'react'
import { useStore } from 'zustand'
import { useFileClient } from './files-provider.js'
import { useUploadSummary } from './use-upload-summary.js'

/**
 * Lets the browser ask before the page is left while uploads are under way that would not survive it.
 *
 * @example
 * function App() { useLeaveWarning(); … }
 */
export function useLeaveWarning(): void {
  const client = useFileClient()
  const unsafe = useStore(client.journal, (journal) => journal.unsafe)
  const live = useUploadSummary(undefined, (summary) => summary.live)
  // Without anybody who keeps count, whatever is under way would be lost.
  const isLossy = (unsafe ?? live) > 0

  useEffect(() => {
    if (!isLossy) return
    const warn = (event: BeforeUnloadEvent) => event.preventDefault()
    // Only while it is needed: the listener keeps a page out of the back-forward cache.
    window.addEventListener('beforeunload', warn)
    return () => window.removeEventListener('beforeunload', warn)
  }, [isLossy])
}
