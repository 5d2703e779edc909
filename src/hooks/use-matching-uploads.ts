'use client'
import { useMemo } from 'react'
import { useStore } from 'zustand'
import type { UploadState } from '../transfer/upload-state.js'
import type { Matching } from '../uploads/matching-uploads.js'
import { matchingUploads } from '../uploads/matching-uploads.js'
import { useFileClient } from './files-provider.js'

/** Those of a scope's uploads whose state matches; `matches` has to be the same function each time. */
export function useMatchingUploads(scope: string, matches: (state: UploadState) => boolean): Matching {
  const { uploads } = useFileClient()
  return useStore(useMemo(() => matchingUploads(uploads, scope, matches), [uploads, scope, matches]))
}
