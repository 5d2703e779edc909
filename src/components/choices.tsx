'use client'
import { useId } from 'react'

interface ChoicesProps<Value> {
  readonly head: string
  /** What can be chosen, and how many there are of each where that is known. */
  readonly all: ReadonlyMap<Value, number | undefined>
  readonly chosen: ReadonlySet<Value>
  readonly nameOf: (value: Value) => string
  readonly onChoose: (chosen: ReadonlySet<Value>) => void
}

/** Any of some values, each with a checkbox. */
export function Choices<Value extends string>({ head, all, chosen, nameOf, onChoose }: ChoicesProps<Value>) {
  const id = useId()
  if (all.size === 0) return null
  return (
    <div {...group} className="ef-menu-group" aria-labelledby={id}>
      <p id={id} className="ef-menu-head">
        {head}
      </p>
      <div className="ef-menu-scroll">
        {[...all].map(([value, count]) => (
          <label key={value} className="ef-menu-item">
            <input
              type="checkbox"
              className="ef-check"
              checked={chosen.has(value)}
              onChange={() => onChoose(toggled(chosen, value))}
            />
            <span className="ef-grow">
              <bdi>{nameOf(value)}</bdi>
            </span>
            {count !== undefined && <small>{count}</small>}
          </label>
        ))}
      </div>
    </div>
  )
}

// No <fieldset>, which lays out its children in a way of its own.
const group = { role: 'group' }

/** The same with one more, or one less. */
export function toggled<Value>(values: ReadonlySet<Value>, value: Value): ReadonlySet<Value> {
  const next = new Set(values)
  if (!next.delete(value)) next.add(value)
  return next
}
