'use client'
import { useEffect, useId, useRef, useState } from 'react'
import type { RelatedFile } from '../../api/types.js'
import { useMessages } from '../../hooks/files-provider.js'
import { displayName } from '../../parts/display-name.js'
import type { LabelChoice, LabelChoices } from './label-choices.js'
import { choicesOf } from './label-choices.js'
import type { FocusFallback } from '../../parts/use-keep-focus.js'
import { useModal } from '../use-modal.js'

interface LabelsDialogProps {
  readonly files: readonly RelatedFile[]
  /** Labels that other files have here. */
  readonly known: readonly string[]
  /** Told of what somebody has chosen, and of nothing else. */
  readonly onSave: (choices: LabelChoices) => void
  readonly onCancel: () => void
  /** Gets the focus where what had it before has left. */
  readonly focusFallback: FocusFallback
}

/** Which labels files have in their relation to the entity. */
export function LabelsDialog({ files, known, onSave, onCancel, focusFallback }: LabelsDialogProps) {
  const messages = useMessages()
  const { collection: words } = messages
  const [chosen, setChosen] = useState<LabelChoices>(new Map())
  const [typed, setTyped] = useState('')
  const id = useId()
  const dialog = useRef<HTMLDialogElement>(null)
  const modal = useModal(dialog, onCancel, focusFallback)
  const name = files.length === 1 && files[0] ? displayName(files[0].filename) : undefined
  // Labels that others give meanwhile show, too.
  const there = choicesOf(files, known)
  const choices = new Map([...there, ...chosen])
  const choose = (label: string, choice: LabelChoice) => setChosen(new Map([...chosen, [label, choice]]))

  function add() {
    const label = typed.trim()
    if (label) choose(label, 'all')
    setTyped('')
  }
  return (
    <dialog
      ref={dialog}
      className="ef-dialog"
      data-size="sm"
      aria-labelledby={id}
      aria-describedby={`${id}details`}
      {...modal}
    >
      <div className="ef-inset">
        <h3 id={id} className="ef-heading">
          <bdi>{words.labelsOf(files.length, name)}</bdi>
        </h3>
        <p id={`${id}details`} className="ef-help">
          {words.labelsDetails}
        </p>
      </div>
      <div className="ef-menu ef-labels">
        {[...choices].map(([label, choice]) => (
          <LabelItem key={label} label={label} choice={choice} onChoose={choose} />
        ))}
      </div>
      {/* No <form>: it may stand in one. */}
      <div className="ef-chips">
        <input
          className="ef-input"
          value={typed}
          aria-label={words.newLabel}
          placeholder={words.newLabel}
          onChange={({ target }) => setTyped(target.value)}
          onKeyDown={({ key, nativeEvent }) => key === 'Enter' && !nativeEvent.isComposing && add()}
        />
        <button
          type="button"
          className="ef-button"
          aria-disabled={typed.trim() === '' || undefined}
          onClick={add}
        >
          {words.addLabel}
        </button>
      </div>
      <div className="ef-dialog-foot">
        <button type="button" className="ef-button" onClick={onCancel}>
          {messages.cancel}
        </button>
        <button
          type="button"
          className="ef-button"
          data-variant="primary"
          onClick={() => {
            const label = typed.trim()
            // What is typed and not added was meant all the same.
            const all = label ? new Map([...chosen, [label, 'all'] as const]) : chosen
            onSave(new Map([...all].filter(([label, choice]) => choice !== (there.get(label) ?? 'none'))))
          }}
        >
          {words.save}
        </button>
      </div>
    </dialog>
  )
}

interface LabelItemProps {
  readonly label: string
  readonly choice: LabelChoice
  readonly onChoose: (label: string, choice: LabelChoice) => void
}

function LabelItem({ label, choice, onChoose }: LabelItemProps) {
  const box = useRef<HTMLInputElement>(null)
  useEffect(() => {
    if (box.current) box.current.indeterminate = choice === 'some' // there is no attribute for it
  }, [choice])
  return (
    <label className="ef-menu-item">
      <input
        ref={box}
        type="checkbox"
        className="ef-check"
        checked={choice === 'all'}
        onChange={() => onChoose(label, choice === 'all' ? 'none' : 'all')}
      />
      <bdi className="ef-grow">{label}</bdi>
    </label>
  )
}
