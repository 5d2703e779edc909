'use client'
import { useMemo, useRef, useState } from 'react'
import { useMessages } from '../../hooks/files-provider.js'
import { Icon } from '../../parts/icon.js'
import { Choices } from '../choices.js'
import { Popup } from '../entity-files/popup.js'

interface PickFilterProps<Value> {
  readonly icon: 'filter' | 'tag'
  /** What it filters by. */
  readonly name: string
  readonly all: readonly Value[]
  readonly chosen: ReadonlySet<Value>
  readonly nameOf: (value: Value) => string
  readonly onChoose: (chosen: ReadonlySet<Value>) => void
  /** How many files are found. */
  readonly count: number
}

/** Files of some types, or with some tags; the search follows while it is open. */
export function PickFilter<Value extends string>(props: PickFilterProps<Value>) {
  const { icon, name, all, chosen, nameOf, onChoose, count } = props
  const { collection: words } = useMessages()
  const [isOpen, setIsOpen] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  const close = () => setIsOpen(false)
  // How many there are of each, only the server could tell.
  const choices = useMemo(() => new Map(all.map((value) => [value, undefined] as const)), [all])
  const isOn = chosen.size > 0
  return (
    <>
      <button
        ref={button}
        type="button"
        className="ef-button ef-tool"
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        aria-label={isOn ? `${name}: ${[...chosen].map(nameOf).join(', ')}` : name}
        title={name}
        onClick={() => setIsOpen(true)}
      >
        <Icon name={icon} size="sm" />
        <span className="ef-minor">{name}</span>{' '}
        {isOn && (
          <span className="ef-badge" data-tone="accent">
            {chosen.size}
          </span>
        )}
      </button>
      {isOpen && (
        <Popup anchor={button} label={name} onClose={close}>
          <div className="ef-menu">
            <Choices head={name} all={choices} {...{ chosen, nameOf, onChoose }} />
            {all.length === 0 && <p className="ef-menu-head">{words.noTagsFound}</p>}
            <div className="ef-menu-foot">
              <button
                type="button"
                className="ef-button"
                data-variant="ghost"
                aria-disabled={!isOn || undefined}
                onClick={() => isOn && onChoose(new Set())}
              >
                {words.clear}
              </button>
              <button type="button" className="ef-button" data-variant="primary" onClick={close}>
                <bdi>{words.showFiles(count)}</bdi>
              </button>
            </div>
          </div>
        </Popup>
      )}
    </>
  )
}
