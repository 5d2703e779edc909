'use client'
import { useStore } from 'zustand'
import type { UploadState } from '../transfer/upload-state.js'
import type { Upload } from '../uploads/upload.js'

/**
 * Subscribes to one upload, to just what `selector` picks of its state. Pick something that stays the same while nothing
 * changes: a word, a number, a part of the state, but no new object.
 *
 * @example
 * const status = useUpload(upload, (state) => state.status)
 */
export function useUpload<T>(upload: Upload, selector: (state: UploadState) => T): T {
  return useStore(upload.state, selector)
}
