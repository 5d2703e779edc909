'use client'
import { createContext, useContext } from 'react'
import type { Notice } from '../../uploads/notice.js'

/** A notice, and whose uploads it is about. */
export interface ShownNotice {
  readonly notice: Notice
  readonly scope: string
}

export const NoticeContext = createContext<ShownNotice | null>(null)

/** The notice around a part; `part` is for the error where there is none. */
export function useNotice(part: string): ShownNotice {
  const shown = useContext(NoticeContext)
  if (!shown) {
    throw new Error(`<UploadNotice.${part}> has no notice to show. Put it inside <UploadNotice.Root>.`)
  }
  return shown
}
