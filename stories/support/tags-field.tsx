import type { KeyboardEvent } from 'react'
import { useRef, useState } from 'react'
import { Icon } from '../../src/index.js'

interface TagsFieldProps {
  readonly label: string
  /** With the file in it. */
  readonly name: string
  readonly removeLabel: (tag: string) => string
  readonly tags: readonly string[]
  readonly readOnly: boolean
  readonly onChange: (tags: readonly string[]) => void
}

/** Comma, Enter, or leaving the field adds a tag; Backspace in the empty field takes the last one away. */
export function TagsField({ label, name, removeLabel, tags, readOnly, onChange }: TagsFieldProps) {
  const [text, setText] = useState('')
  const input = useRef<HTMLInputElement>(null)

  function add(all: readonly string[], rest = '') {
    const added = all.map((tag) => tag.trim()).filter(Boolean)
    if (added.length > 0) onChange([...new Set([...tags, ...added])])
    setText(rest)
  }
  function onKeyDown(event: KeyboardEvent) {
    if (readOnly) return
    if (event.key === 'Enter') {
      event.preventDefault() // it is no form that is sent
      add([text])
    }
    if (event.key === 'Backspace' && text === '') onChange(tags.slice(0, -1))
  }
  function remove(tag: string) {
    onChange(tags.filter((other) => other !== tag))
    input.current?.focus()
  }
  return (
    <div className="describe-field" data-wide>
      <span aria-hidden>{label}</span>
      <div className="describe-tags">
        {tags.map((tag) => (
          <span key={tag} className="ef-tag">
            <bdi>{tag}</bdi>
            {!readOnly && (
              <button type="button" aria-label={removeLabel(tag)} onClick={() => remove(tag)}>
                <Icon name="x" />
              </button>
            )}
          </span>
        ))}
        <input
          ref={input}
          aria-label={name}
          value={text}
          readOnly={readOnly}
          onKeyDown={onKeyDown}
          onBlur={() => readOnly || add([text])}
          onChange={({ target }) => {
            const parts = target.value.split(',')
            add(parts.slice(0, -1), parts.at(-1) ?? '')
          }}
        />
      </div>
    </div>
  )
}
