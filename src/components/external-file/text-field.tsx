'use client'
import type { ComponentProps, RefObject } from 'react'
import { useId } from 'react'
import { Icon } from '../../parts/icon.js'

interface TextFieldProps extends Pick<ComponentProps<'input'>, 'inputMode' | 'dir' | 'placeholder'> {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
  readonly onEnter: () => unknown
  /** What is wrong with it. */
  readonly error: string | undefined
  readonly inputRef: RefObject<HTMLInputElement | null>
}

/** A field with its label above and what is wrong below. */
export function TextField({ label, value, onChange, onEnter, error, inputRef, ...input }: TextFieldProps) {
  const id = useId()
  const errorId = `${id}error`
  return (
    <div className="ef-field">
      <label className="ef-label" htmlFor={id}>
        {label}
      </label>
      <input
        {...input}
        ref={inputRef}
        id={id}
        className="ef-input"
        value={value}
        autoComplete="off"
        spellCheck={false}
        aria-invalid={error ? true : undefined}
        aria-describedby={error ? errorId : undefined}
        onChange={({ target }) => onChange(target.value)}
        // What is being composed takes the key for itself.
        onKeyDown={({ key, nativeEvent }) => key === 'Enter' && !nativeEvent.isComposing && onEnter()}
      />
      {error && (
        <p id={errorId} className="ef-error">
          <Icon name="alert" size="sm" />
          <bdi>{error}</bdi>
        </p>
      )}
    </div>
  )
}
