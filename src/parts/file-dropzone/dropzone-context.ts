'use client'
import { createContext, useContext } from 'react'
import type { Dropzone } from './use-dropzone-events.js'

export const DropzoneContext = createContext<Dropzone | null>(null)

/** The drop zone around a part; `part` is for the error where there is none. */
export function useDropzoneContext(part: string): Dropzone {
  const dropzone = useContext(DropzoneContext)
  if (!dropzone)
    throw new Error(`<FileDropzone.${part}> has no drop zone. Put it inside <FileDropzone.Root>.`)
  return dropzone
}
