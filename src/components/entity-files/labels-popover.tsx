'use client'
import type { KeyboardEvent, RefObject } from 'react'
import { useId, useLayoutEffect, useRef } from 'react'
import type { RelatedFile } from '../../api/types.js'
import { useMessages } from '../../hooks/files-provider.js'
import { slugInWords } from '../../locales/slug-in-words.js'
import { displayName } from '../../parts/display-name.js'
import type { FocusFallback } from '../../parts/use-keep-focus.js'
import { isComposing } from './is-composing.js'
import type { LabelChoices } from './label-choices.js'
import { LabelField } from './label-field.js'
import { LabelList } from './label-list.js'
import { Popup } from './popup.js'
import { useLabelChoices } from './use-label-choices.js'
import { useLabelField } from './use-label-field.js'

interface LabelsPopoverProps {
  readonly files: readonly RelatedFile[]
  /** What they belong to here: "opportunity". */
  readonly slug: string
  /** Labels that other files have here. */
  readonly known: readonly string[]
  readonly anchor: RefObject<HTMLElement | null>
  /** Told as it goes of what somebody has changed, if there is any. */
  readonly onSave: (files: readonly RelatedFile[], choices: LabelChoices) => void
  readonly onClose: () => void
  /** Gets the focus where the anchor has left. */
  readonly focusFallback: FocusFallback
}

/** Which labels files have in their relation to the entity. What is chosen counts however it is closed. */
export function LabelsPopover(props: LabelsPopoverProps) {
  const { files, slug, anchor, onClose, focusFallback } = props
  const messages = useMessages()
  const field = useRef<HTMLInputElement>(null)
  const id = useId()
  const labels = useLabelChoices(props)
  const { active, ...fieldEvents } = useLabelField(labels, onClose)
  const { suggestions, typed } = labels
  const isOpen = suggestions.length > 0
  const head = messages.collection.labelsIn(slugInWords(slug), files.length)
  const only = files.length === 1 ? files[0] : undefined
  useLayoutEffect(() => field.current?.focus(), [])

  function onKeyDown(event: KeyboardEvent<HTMLElement>) {
    const { key, shiftKey, ctrlKey, metaKey, currentTarget, target } = event
    const isTyping = key === 'Escape' && (isComposing(event) || typed !== '')
    // The first thing in it and the last; from there on one is out of it.
    const edge = shiftKey ? currentTarget.querySelector('button, input') : field.current
    const isDone = key === 'Enter' && (ctrlKey || metaKey)
    if (isDone || (key === 'Tab' && target === edge)) onClose()
    else if (!isTyping) return
    else {
      event.stopPropagation()
      if (isComposing(event)) return
      labels.setTyped('')
    }
    event.preventDefault()
  }
  return (
    <Popup
      {...{ anchor, onClose, focusFallback }}
      label={only ? messages.forFile(head, displayName(only.filename)) : head}
      whenMoved="follows"
    >
      <div role="presentation" className="ef-menu ef-labels" onKeyDown={onKeyDown}>
        <p className="ef-menu-head">
          <bdi>{head}</bdi>
        </p>
        <LabelField
          inputRef={field}
          labels={labels}
          listId={isOpen ? id : undefined}
          activeId={active >= 0 ? `${id}${active}` : undefined}
          {...fieldEvents}
        />
        {isOpen && <LabelList id={id} suggestions={suggestions} active={active} onTake={labels.take} />}
        <output className="ef-hidden">{labels.said}</output>
      </div>
    </Popup>
  )
}
