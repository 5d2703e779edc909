'use client'
import { useQueryClient } from '@tanstack/react-query'
import { previewedBytes } from '../../api/previewed-file.js'
import type { FileEntity } from '../../api/types.js'
import { useFileClient } from '../../hooks/files-provider.js'
import { useLatest } from '../../hooks/use-latest.js'
import { ThumbPicture } from './thumb-picture.js'

/** The picture of a file that is saved, as epilot draws it. */
export function StoredPicture({ file }: { readonly file: FileEntity }) {
  const client = useFileClient()
  const queryClient = useQueryClient()
  // A list that is loaded anew holds the same file as another object: only other bytes are another picture.
  const source = useLatest({ client, queryClient, file }, `${file._id} ${previewedBytes(file)}`)
  return <ThumbPicture source={source} />
}
