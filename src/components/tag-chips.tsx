'use client'
import type { KeyboardEvent } from 'react'
import { useId, useState } from 'react'
import { useMessages } from '../hooks/files-provider.js'
import { Icon } from '../parts/icon.js'

interface TagChipsProps {
  readonly label: string
  /** Those that are offered. */
  readonly offered: readonly string[]
  readonly chosen: readonly string[]
  readonly onChange: (chosen: readonly string[]) => void
  /** They stay as they are. */
  readonly readOnly?: boolean
}

/** Tags to choose from, and one of one's own. */
export function TagChips({ label, offered, chosen, onChange, readOnly = false }: TagChipsProps) {
  const id = useId()
  const [own, setOwn] = useState<readonly string[]>(noTags)
  const all = [...new Set([...offered, ...own, ...chosen])]
  const toggle = (tag: string) => onChange(chosen.includes(tag) ? without(chosen, tag) : [...chosen, tag])
  return (
    <div {...group} aria-labelledby={id} className="ef-tag-chips">
      <span id={id}>{label}</span>
      {all.map((tag) => (
        <button
          key={tag}
          type="button"
          className="ef-chip"
          aria-pressed={chosen.includes(tag)}
          aria-disabled={readOnly || undefined}
          onClick={() => readOnly || toggle(tag)}
        >
          {chosen.includes(tag) && <Icon name="check" />}
          <bdi>{tag}</bdi>
        </button>
      ))}
      {!readOnly && (
        <NewTag
          onAdd={(tag) => {
            setOwn([...own, tag])
            if (!chosen.includes(tag)) onChange([...chosen, tag])
          }}
        />
      )}
    </div>
  )
}

/** Enter, a comma or leaving the field adds what is typed; Escape does not. */
function NewTag({ onAdd }: { readonly onAdd: (tag: string) => void }) {
  const { adding: words } = useMessages()
  const [typed, setTyped] = useState('')

  function add(): void {
    const tag = typed.trim()
    setTyped('')
    if (tag) onAdd(tag)
  }
  function onKeyDown(event: KeyboardEvent<HTMLInputElement>): void {
    // What is being composed takes the key for itself.
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Escape' && typed !== '') {
      event.preventDefault()
      event.stopPropagation()
      setTyped('')
    }
    if (event.key !== 'Enter' && event.key !== ',') return
    event.preventDefault() // it is no form that is sent
    add()
  }
  return (
    <input
      className="ef-input"
      value={typed}
      aria-label={words.newTag}
      placeholder={words.newTag}
      onChange={({ target }) => setTyped(target.value)}
      onKeyDown={onKeyDown}
      onBlur={add}
    />
  )
}

function without(tags: readonly string[], tag: string): readonly string[] {
  return tags.filter((other) => other !== tag)
}

const noTags: readonly string[] = []
// No <fieldset>, which lays out its children in a way of its own.
const group = { role: 'group' }
