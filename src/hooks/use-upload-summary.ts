'use client'
import { useStore } from 'zustand'
import type { UploadSummary } from '../uploads/upload-summary.js'
import { uploadSummary } from '../uploads/upload-summary.js'
import { useFileClient } from './files-provider.js'

/**
 * The uploads of a scope in numbers; without a scope, all of the client's.
 *
 * @example
 * const done = useUploadSummary(scope, (summary) => summary.done)
 */
export function useUploadSummary(scope?: string): UploadSummary
export function useUploadSummary<T>(scope: string | undefined, selector: (summary: UploadSummary) => T): T
export function useUploadSummary(
  scope?: string,
  selector: (summary: UploadSummary) => unknown = whole,
): unknown {
  const { uploads } = useFileClient()
  return useStore(uploadSummary(uploads, scope), selector)
}

function whole(summary: UploadSummary): UploadSummary {
  return summary
}
