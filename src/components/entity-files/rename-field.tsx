'use client'
import type { KeyboardEvent } from 'react'
import { useLayoutEffect, useRef, useState } from 'react'
import type { FileNameProblem } from '../../api/check-file-name.js'
import { checkFileName } from '../../api/check-file-name.js'
import type { FileEntity } from '../../api/types.js'
import { useMessages } from '../../hooks/files-provider.js'
import { directionOf, displayName } from '../../parts/display-name.js'
import { focusRow } from '../../parts/file-list/focus-row.js'
import { isComposing } from './is-composing.js'
import { splitExtension } from './split-extension.js'
import type { Renaming } from './use-renaming.js'

interface RenameFieldProps {
  readonly file: FileEntity
  readonly renaming: Renaming
  /** What is wrong with the name that was typed, and where that stands. */
  readonly problem: FileNameProblem | null
  readonly problemId: string
  readonly onProblem: (problem: FileNameProblem | null) => void
}

/** In place of the name, to type another one. Enter and going elsewhere save it, Escape leaves it as it was. */
export function RenameField({ file, renaming, problem, problemId, onProblem }: RenameFieldProps) {
  const { forFile, collection: words } = useMessages()
  const field = useRef<HTMLInputElement>(null)
  // As it was when it was begun: somebody else may rename the file meanwhile.
  const [{ filename }] = useState(file)
  const [, extension] = splitExtension(filename)
  const [stem, setStem] = useState(() => splitExtension(renaming.name)[0])
  const isOver = useRef(false)
  useLayoutEffect(() => {
    isOver.current = false
    field.current?.focus()
    // From its end on, so that a long one shows how it begins.
    field.current?.setSelectionRange(0, field.current.value.length, 'backward')
    return () => onProblem(null)
  }, [onProblem])

  function end(name: string, isHere: boolean): void {
    isOver.current = true
    const row = field.current?.closest('li')
    if (isHere && row) focusRow(row)
    if (name === filename) renaming.cancel()
    else renaming.save(file, name)
  }
  function save(isHere: boolean): void {
    const trimmed = stem.trim()
    const name = stem + extension === filename ? filename : trimmed + extension
    const wrong = name === filename ? null : (checkFileName(trimmed) ?? checkFileName(name))
    if (wrong) onProblem(wrong)
    else end(name, isHere)
  }
  function onKeyDown(event: KeyboardEvent): void {
    // Neither the list nor a form or a dialog around has to do with it.
    event.stopPropagation()
    const { key } = event
    if (isComposing(event)) return
    if (key !== 'Enter' && key !== 'Escape') return
    event.preventDefault()
    if (key === 'Enter') save(true)
    else end(filename, true)
  }
  function onBlur(): void {
    // Another window has come to the front: one comes back to the field.
    if (!isOver.current && !field.current?.matches(':focus')) save(false)
  }
  return (
    <span className="ef-rename" dir={directionOf(filename)}>
      <input
        ref={field}
        className="ef-input"
        dir="auto"
        value={stem}
        autoComplete="off"
        spellCheck={false}
        enterKeyHint="done"
        aria-label={forFile(words.rename, displayName(filename))}
        aria-invalid={problem ? true : undefined}
        aria-describedby={problem ? problemId : undefined}
        onChange={({ target }) => {
          setStem(target.value)
          onProblem(null)
        }}
        {...{ onKeyDown, onBlur }}
      />
      {extension && <bdi>{displayName(extension)}</bdi>}
    </span>
  )
}
