'use client'
import type { ReactNode, RefObject } from 'react'
import { useMessages } from '../hooks/files-provider.js'
import type { FileAttributeRules } from '../intake/file-attribute-rules.js'

interface PanelTitleProps {
  readonly id: string
  /** @default as the schema calls the attribute, else 'Files' */
  readonly title: ReactNode
  readonly attribute: FileAttributeRules | undefined
  /** How many files there are, as far as is known. */
  readonly count: number
  /** There may be more. */
  readonly hasMore: boolean
  readonly className?: string
  /** Gets the focus where nothing else is left to have it. */
  readonly titleRef?: RefObject<HTMLHeadingElement | null>
}

/** What a panel is about, and how many files it has. */
export function PanelTitle({ id, title, attribute, count, hasMore, ...rest }: PanelTitleProps) {
  const { className = '', titleRef } = rest
  const { files, field: words } = useMessages()
  // What all entities call their files by is better said in the language of the page.
  const label = attribute?.attribute === '_files' ? undefined : attribute?.label
  return (
    <h2 id={id} ref={titleRef} tabIndex={titleRef && -1} className={`ef-heading ${className}`}>
      {title ?? label ?? files}{' '}
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
