'use client'
import type { ReactNode, RefObject } from 'react'
import { useRef } from 'react'
import type { FocusFallback } from '../../parts/use-keep-focus.js'
import { useKeepFocus } from '../../parts/use-keep-focus.js'
import { DropZone } from '../drop-zone.js'

interface EmptyFilesProps {
  readonly help: ReactNode
  readonly multiple: boolean
  readonly buttonRef: RefObject<HTMLElement | null>
  /** Gets the focus once there is a file. */
  readonly focusFallback: FocusFallback
  /** Other ways for files to come in. */
  readonly children: ReactNode
}

/** Nothing is attached yet: the drop zone is as large as the empty list. */
export function EmptyFiles({ help, multiple, buttonRef, focusFallback, children }: EmptyFilesProps) {
  const inset = useRef<HTMLDivElement>(null)
  useKeepFocus(inset, { fallback: focusFallback })
  return (
    <div ref={inset} className="ef-inset">
      <DropZone size="tall" help={help} multiple={multiple} buttonRef={buttonRef}>
        {children}
      </DropZone>
    </div>
  )
}
