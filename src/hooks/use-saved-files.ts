'use client'
import { useMemo } from 'react'
import { useStore } from 'zustand'
import type { FileEntity } from '../api/types.js'
import type { UploadState } from '../transfer/upload-state.js'
import { useFileClient } from './files-provider.js'
import { useMatchingUploads } from './use-matching-uploads.js'

/**
 * What the uploads of a scope have saved so far and still list, in their order. The array changes only when a file joins
 * or leaves.
 *
 * @example
 * const files = useSavedFiles(scope)
 * const submit = () => createEntity('opportunity', { title, _files: toFileRelation(files) })
 */
export function useSavedFiles(scope: string): readonly FileEntity[] {
  const uploads = useStore(useFileClient().uploads.list(scope))
  const saved = useMatchingUploads(scope, isSaved)
  const files = uploads
    .filter((upload) => saved.has(upload))
    .flatMap(({ state }) => savedFileOf(state.getState()) ?? [])
  const key = files.map(({ _id }) => _id).join()
  // Uploads that only come or go around them change nothing.
  // oxlint-disable-next-line react-hooks/exhaustive-deps
  return useMemo(() => files, [key])
}

function isSaved(state: UploadState): boolean {
  return savedFileOf(state) !== undefined
}

/** Canceled and kept all the same, because it could not be deleted, is not wanted. */
function savedFileOf(state: UploadState): FileEntity | undefined {
  if (state.status !== 'done' || state.result.kind !== 'saved' || state.result.notDeleted) return undefined
  return state.result.file
}
