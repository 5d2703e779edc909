'use client'
import type { InputHTMLAttributes, KeyboardEvent, RefObject } from 'react'
import { useRef } from 'react'
import { useMessages } from '../../hooks/files-provider.js'
import { Icon } from '../../parts/icon.js'
import { useKeepFocus } from '../../parts/use-keep-focus.js'
import type { ChosenLabel, useLabelChoices } from './use-label-choices.js'

interface LabelFieldProps extends Pick<InputHTMLAttributes<HTMLInputElement>, 'onChange' | 'onKeyDown'> {
  readonly labels: ReturnType<typeof useLabelChoices>
  readonly inputRef: RefObject<HTMLInputElement | null>
  /** What is offered, while it is. */
  readonly listId: string | undefined
  /** Which of it the keys have come to. */
  readonly activeId: string | undefined
}

/** A field that holds the labels that are chosen, and what is typed of the next one. */
export function LabelField({ labels, inputRef, listId, activeId, ...events }: LabelFieldProps) {
  const { collection: words } = useMessages()
  const tokens = useRef<HTMLDivElement>(null)
  // From a chip that goes to the one in its place, and at last to the field.
  useKeepFocus(tokens, { fallback: inputRef, rows: true })
  return (
    <div ref={tokens} className="ef-tokens">
      {labels.chosen.map((chosen) => (
        <LabelChip key={chosen.label} chosen={chosen} labels={labels} />
      ))}
      <input
        ref={inputRef}
        size={4}
        role="combobox"
        aria-autocomplete="list"
        aria-expanded={listId !== undefined}
        aria-controls={listId}
        aria-activedescendant={activeId}
        aria-label={words.addLabel}
        placeholder={labels.chosen.length === 0 ? words.addLabel : undefined}
        autoComplete="off"
        enterKeyHint="done"
        value={labels.typed}
        {...events}
      />
    </div>
  )
}

interface LabelChipProps {
  readonly chosen: ChosenLabel
  readonly labels: ReturnType<typeof useLabelChoices>
}

function LabelChip({ chosen, labels }: LabelChipProps) {
  const { collection: words } = useMessages()
  const { label, count } = chosen
  const { total, toggle, remove } = labels
  const isOfAll = count === total
  function onKeyDown({ key }: KeyboardEvent) {
    if (key === 'Delete' || key === 'Backspace') remove(chosen)
  }
  return (
    <button
      type="button"
      className="ef-chip"
      data-partly={!isOfAll || undefined}
      aria-label={isOfAll ? words.removeLabel(label) : words.labelToAll(label, count, total)}
      title={isOfAll ? undefined : words.labelToAll(label, count, total)}
      onClick={() => toggle(chosen)}
      onKeyDown={onKeyDown}
    >
      <bdi title={label}>{label}</bdi>{' '}
      {!isOfAll && (
        <small>
          <bdi>{words.shownOf(count, total)}</bdi>
        </small>
      )}
      <Icon name={isOfAll ? 'x' : 'plus'} />
    </button>
  )
}
