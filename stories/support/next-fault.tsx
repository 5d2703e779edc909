import { useState } from 'react'
import { useStore } from 'zustand'
import type { FaultConsoleProps } from './fault-console.js'
import type { FaultKind, FaultStep } from './fault-kinds.js'
import { faultOfKind, operationAt } from './fault-kinds.js'

/** Any fault at any step, for the next call there. */
export function NextFault({ day, words: { next: words } }: FaultConsoleProps) {
  const { next, secondSave } = useStore(day.knobs)
  const [step, setStep] = useState<FaultStep>('send')
  const [kind, setKind] = useState<FaultKind>('network')
  const inLine = next.map((one) => `${words.steps[one.step]} (${words.kinds[one.kind]})`)
  return (
    <div className="console-knobs">
      <fieldset className="console-next">
        <legend>{words.title}</legend>
        <Choice
          label={words.step}
          value={step}
          options={keysOf(operationAt)}
          words={words.steps}
          onChange={setStep}
        />
        <Choice
          label={words.fault}
          value={kind}
          options={keysOf(faultOfKind)}
          words={words.kinds}
          onChange={setKind}
        />
        <button
          type="button"
          className="ef-button"
          onClick={() => day.turn({ next: [...next, { step, kind }] })}
        >
          {words.add}
        </button>
        <output>{inLine.length > 0 && words.inLine(inLine.join(', '))}</output>
      </fieldset>
      <label className="console-knob">
        <span>{words.secondSave}</span>
        <Choice
          value={secondSave}
          options={keysOf(words.secondSaves)}
          words={words.secondSaves}
          onChange={(answer) => day.turn({ secondSave: answer })}
        />
      </label>
    </div>
  )
}

interface ChoiceProps<T extends string> {
  /** @default that of the label around it */
  readonly label?: string
  readonly value: T
  readonly options: readonly T[]
  readonly words: Readonly<Record<T, string>>
  readonly onChange: (value: T) => void
}

function Choice<T extends string>({ label, value, options, words, onChange }: ChoiceProps<T>) {
  return (
    <select
      className="console-choice"
      aria-label={label}
      value={value}
      onChange={({ target }) => {
        const chosen = options.find((option) => option === target.value)
        if (chosen !== undefined) onChange(chosen)
      }}
    >
      {options.map((option) => (
        <option key={option} value={option}>
          {words[option]}
        </option>
      ))}
    </select>
  )
}

function keysOf<T extends string>(record: Readonly<Record<T, unknown>>): readonly T[] {
  return Object.keys(record) as T[] // whose keys are known
}
