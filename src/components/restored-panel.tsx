'use client'
import type { ReactNode } from 'react'
import { useId, useRef } from 'react'
import type { EntityRef } from '../api/types.js'
import { useMessages } from '../hooks/files-provider.js'
import type { RestoredUploadsHandle } from '../hooks/use-restored-uploads.js'
import { entityInWords } from '../locales/entity-in-words.js'
import type { FocusFallback } from '../parts/use-keep-focus.js'
import type { RestoredGroup as Group } from '../uploads/restored-summary.js'
import type { Upload } from '../uploads/upload.js'
import { RestoredBar } from './restored-bar.js'
import { RestoredFoot } from './restored-foot.js'
import { RestoredGroup } from './restored-group.js'

/** Names the business entity of a group of uploads; `undefined` where there is none. */
export type TitleOf = (entity: EntityRef | undefined, scope: string) => ReactNode

interface RestoredPanelProps {
  readonly titleOf: TitleOf | undefined
  readonly restored: RestoredUploadsHandle
  /** It is told to what the rows belong. */
  readonly hasTitles: boolean
  readonly onDiscard: (uploads: readonly Upload[]) => void
  readonly onChooseAnother: ((upload: Upload) => void) | undefined
  readonly onSay: (words: string) => void
  readonly focusFallback: FocusFallback
}

/** Many interrupted uploads, by business entity, and what can be done with all of them. */
export function RestoredPanel(props: RestoredPanelProps) {
  const { restored, titleOf, hasTitles, onDiscard, onChooseAnother, onSay, focusFallback } = props
  const { groups } = restored
  const messages = useMessages()
  const titleId = useId()
  const bar = useRef<HTMLDivElement>(null)

  function nameOf({ entity, scope }: Group) {
    if (!hasTitles) return null
    const title = titleOf?.(entity, scope) ?? (entity && entityInWords(entity))
    return title ?? (groups.length > 1 ? messages.restored.others : null)
  }
  return (
    <section className="ef-panel" aria-labelledby={titleId}>
      <RestoredBar {...{ restored, titleId, onDiscard, focusFallback }} barRef={bar} />
      {groups.map((group) => (
        <RestoredGroup
          key={group.key}
          group={group}
          title={nameOf(group)}
          onDiscard={onDiscard}
          onChooseAnother={onChooseAnother}
          focusFallback={focusFallback}
        />
      ))}
      <RestoredFoot restored={restored} onSay={onSay} focusFallback={bar} />
    </section>
  )
}
