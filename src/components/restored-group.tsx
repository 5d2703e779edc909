'use client'
import type { ReactNode } from 'react'
import { useId } from 'react'
import { useMessages } from '../hooks/files-provider.js'
import { FileListRoot } from '../parts/file-list/root.js'
import { FileListRows } from '../parts/file-list/rows.js'
import type { FocusFallback } from '../parts/use-keep-focus.js'
import type { RestoredGroup as Group } from '../uploads/restored-summary.js'
import type { Upload } from '../uploads/upload.js'
import { RestoredRow } from './restored-row.js'

interface RestoredGroupProps {
  readonly group: Group
  /** `null` where one need not be told to what the rows belong. */
  readonly title: ReactNode
  readonly onDiscard: (uploads: readonly Upload[]) => void
  readonly onChooseAnother: ((upload: Upload) => void) | undefined
  readonly focusFallback: FocusFallback
}

/** The interrupted uploads of one business entity. */
export function RestoredGroup({ group, title, focusFallback, ...acts }: RestoredGroupProps) {
  const { locale, uploads } = useMessages()
  const titleId = useId()
  return (
    <>
      {title !== null && (
        <div className="ef-group">
          <span id={titleId} className="ef-grow">
            <bdi>{title}</bdi>
          </span>
          <span>{group.uploads.length.toLocaleString(locale)}</span>
        </div>
      )}
      <FileListRoot
        {...(title === null ? { 'aria-label': uploads } : { 'aria-labelledby': titleId })}
        focusFallback={focusFallback}
      >
        <FileListRows items={group.uploads} keyOf={keyOf}>
          {(upload) => <RestoredRow upload={upload} {...acts} />}
        </FileListRows>
      </FileListRoot>
    </>
  )
}

function keyOf({ id }: Upload): string {
  return id
}
