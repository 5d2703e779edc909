'use client'
import { useCallback, useSyncExternalStore } from 'react'
import type { FileAttributes } from '../api/types.js'
import type { Upload } from '../uploads/upload.js'

/**
 * What the file of an upload is saved with, and the function that changes it, for a form beside the row. `describe` answers
 * whether it was in time; `canDescribe` tells before.
 *
 * @example
 * const [{ _tags = [] }, describe] = useUploadAttributes(upload)
 * const isOpen = useUpload(upload, canDescribe)
 * <TagsInput value={_tags} disabled={!isOpen} onChange={(_tags) => describe({ _tags })} />
 */
export function useUploadAttributes(
  upload: Upload,
): readonly [attributes: FileAttributes, describe: (attributes: FileAttributes) => boolean] {
  const read = () => upload.attributes
  const attributes = useSyncExternalStore(upload.state.subscribe, read, read)
  const describe = useCallback((more: FileAttributes) => upload.describe(more), [upload])
  return [attributes, describe]
}
