'use client'
import { createContext, useContext } from 'react'
import { useFileClient } from '../../hooks/files-provider.js'
import type { Upload } from '../../uploads/upload.js'

export const SummaryContext = createContext<string | null>(null)

/** The scope that is summed up here; `part` is for the error where there is none. */
export function useSummaryScope(part: string): string {
  const scope = useContext(SummaryContext)
  if (scope === null) {
    throw new Error(`<UploadSummary.${part}> has nothing to sum up. Put it inside <UploadSummary.Root>.`)
  }
  return scope
}

/** The scope's uploads, looked up when they are needed. */
export function useSummaryUploads(part: string): () => readonly Upload[] {
  const scope = useSummaryScope(part)
  const { uploads } = useFileClient()
  return () => uploads.list(scope).getState()
}
