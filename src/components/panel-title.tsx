'use client'
import type { ReactNode } from 'react'
import { useMessages } from '../hooks/files-provider.js'
import type { FileAttributeRules } from '../intake/file-attribute-rules.js'

interface PanelTitleProps {
  readonly id: string
  /** @default as the schema calls the attribute */
  readonly title: ReactNode
  readonly attribute: Pick<FileAttributeRules, 'label' | 'required'> | undefined
  /** How many files there are, as far as is known. */
  readonly count: number
  /** There may be more. */
  readonly hasMore: boolean
  readonly className?: string
}

/** What a panel is about, and how many files it has. */
export function PanelTitle({ id, title, attribute, count, hasMore, className = '' }: PanelTitleProps) {
  const { files, field: words } = useMessages()
  return (
    <h2 id={id} className={`ef-heading ${className}`}>
      {title ?? attribute?.label ?? files}{' '}
      {count > 0 && (
        <span className="ef-count">
          {count}
          {hasMore && '+'}
        </span>
      )}{' '}
      {attribute?.required && <span className="ef-count">{words.required}</span>}
    </h2>
  )
}
