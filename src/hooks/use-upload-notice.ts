'use client'
import { useStore } from 'zustand'
import type { Notice } from '../uploads/notice.js'
import { uploadNotice } from '../uploads/upload-notice.js'
import { useFileClient } from './files-provider.js'

/**
 * What stops the uploads of a scope as a whole, or what one should know of all of them: the one thing that matters most,
 * `null` where there is nothing to say.
 *
 * @example
 * const notice = useUploadNotice(scope)
 * if (notice?.kind === 'signed-out') openSignIn()
 */
export function useUploadNotice(scope: string): Notice | null {
  return useStore(uploadNotice(useFileClient(), scope))
}
