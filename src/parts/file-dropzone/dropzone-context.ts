'use client'
import type { InputHTMLAttributes, RefAttributes, RefObject } from 'react'
import { createContext, useContext } from 'react'
import type { PickWhat } from './use-picker.js'
import type { Reception } from './use-reception.js'

/** What the parts of a drop zone share. */
export interface Dropzone {
  readonly drag: 'accept' | 'reject' | undefined
  /** How many files are dragged; 0 where the browser does not say. */
  readonly count: number
  /** How many of them will be refused for their type, as far as can be known. */
  readonly refusedCount: number
  /** Why the last drop brought nothing. */
  readonly problem: Reception['problem']
  /** A large folder is still being read. */
  readonly isReading: boolean
  readonly isMultiple: boolean
  readonly isDisabled: boolean
  readonly disabledReason: string | undefined
  /** There are as many files as may be. */
  readonly isFull: boolean
  readonly fileCount: number
  readonly maxCount: number | undefined
  /** Extensions and MIME types; empty where all are welcome. */
  readonly accept: readonly string[]
  readonly takesPhotos: boolean
  /** It takes what is dropped anywhere on the page. */
  readonly isPage: boolean
  readonly open: (pick?: PickWhat) => void
  readonly titleId: string
  readonly rulesId: string
  /** The rules are there to be pointed at. */
  readonly isDescribed: boolean
  readonly setDescribed: (isDescribed: boolean) => void
  /** The element that takes the drops gets this and the next. */
  readonly rootRef: RefObject<HTMLElement | null>
  readonly rootProps: object
  readonly inputRef: RefObject<HTMLInputElement | null>
  readonly inputProps: InputHTMLAttributes<HTMLInputElement> & RefAttributes<HTMLInputElement>
}

export const DropzoneContext = createContext<Dropzone | null>(null)

/** The drop zone around a part; `part` is for the error where there is none. */
export function useDropzoneContext(part: string): Dropzone {
  const dropzone = useContext(DropzoneContext)
  if (!dropzone)
    throw new Error(`<FileDropzone.${part}> has no drop zone. Put it inside <FileDropzone.Root>.`)
  return dropzone
}
