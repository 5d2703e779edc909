'use client'
import type { ChangeEvent, InputHTMLAttributes, RefAttributes, RefObject } from 'react'
import { useState } from 'react'
import { useDropzone } from 'react-dropzone'

/** What a drop zone does with files. */
export interface DropzoneOptions {
  /** Files were dropped, picked or pasted. */
  readonly onFiles: (files: readonly File[]) => void
  /** @default true */
  readonly multiple?: boolean | undefined
  readonly disabled?: boolean | undefined
  /** What the picker offers first, as in `<input accept>`. A hint: nothing is refused for it. */
  readonly accept?: string | undefined
}

/** What the parts of a drop zone share. */
export interface Dropzone {
  readonly drag: 'accept' | 'reject' | undefined
  /** How many files are dragged; 0 where the browser does not say. */
  readonly count: number
  /** Why the last drop brought nothing. */
  readonly problem: 'too-many' | 'unreadable' | null
  readonly isMultiple: boolean
  readonly isDisabled: boolean
  readonly open: () => void
  readonly rootRef: RefObject<HTMLElement | null>
  /** The element that takes the drops gets these. */
  readonly rootProps: object
  readonly inputRef: RefObject<HTMLInputElement | null>
  readonly inputProps: InputHTMLAttributes<HTMLInputElement> & RefAttributes<HTMLInputElement>
}

/** react-dropzone for its events alone: what may come in is not its business. */
export function useDropzoneEvents({
  onFiles,
  multiple = true,
  disabled = false,
  accept,
}: DropzoneOptions): Dropzone {
  const [count, setCount] = useState(0)
  const [problem, setProblem] = useState<Dropzone['problem']>(null)
  const { isDragActive, isDragReject, rootRef, inputRef, getRootProps, getInputProps } = useDropzone({
    multiple,
    disabled,
    noClick: true,
    noKeyboard: true,
    // A zone inside another one takes its drops alone.
    noDragEventsBubbling: true,
    onDrop(files, refused) {
      setProblem(refused.length > 0 ? 'too-many' : null)
      // One of many would be chosen by chance.
      if (refused.length === 0 && files.length > 0) onFiles(files)
    },
    onError: () => setProblem('unreadable'),
  })
  const rootProps = getRootProps({
    // Counted here: a moment later the browser has forgotten.
    onDragEnter: ({ dataTransfer }) =>
      setCount([...dataTransfer.items].filter(({ kind }) => kind === 'file').length),
  })
  const { style: _, onChange, ...inputProps } = getInputProps()

  return {
    drag: isDragReject ? 'reject' : isDragActive ? 'accept' : undefined,
    count,
    problem: isDragActive ? null : problem,
    isMultiple: multiple,
    isDisabled: disabled,
    // Not react-dropzone's own: after a picker that was closed it takes no drop until the window has had the focus.
    open() {
      if (disabled) return
      if (!inputRef.current) {
        throw new Error('The file picker cannot open. Put <FileDropzone.Input> inside <FileDropzone.Root>.')
      }
      inputRef.current.click()
    },
    rootRef,
    rootProps: { ...rootProps, 'aria-disabled': undefined },
    inputRef,
    inputProps: {
      ...inputProps,
      accept,
      onChange(event: ChangeEvent<HTMLInputElement>) {
        onChange?.(event)
        // Without this the same file picked again would be no change.
        event.target.value = ''
      },
    },
  }
}
