'use client'
import type { FormEvent, RefObject } from 'react'
import { useState } from 'react'
import type { Messages } from '../locales/messages.js'
import type { FilesProblem } from '../uploads/field-files.js'
import { useMessages } from './files-provider.js'
import { useIsomorphicLayoutEffect } from './use-isomorphic-layout-effect.js'

/** What is wrong with a field. */
export type FieldProblem = FilesProblem | { readonly kind: 'required' }

/** What the field says of what is wrong with it. */
export interface FieldValidity {
  /** What is shown; `null` where nothing is wrong, or where it need not be said before somebody hands the form in. */
  readonly message: string | null
  /** How often the form was held back for it: each time is worth saying aloud. */
  readonly attempts: number
  readonly onInvalid: (event: FormEvent<HTMLInputElement>) => void
  /** As if nobody had tried yet. */
  readonly calm: () => void
}

/**
 * Makes a problem the validity of an input, and tells it in the page instead of in the browser's bubble, which would
 * point at something that nobody sees.
 */
export function useFieldValidity(
  input: RefObject<HTMLInputElement | null>,
  problem: FieldProblem | null,
): FieldValidity {
  const messages = useMessages()
  const [asked, setAsked] = useState<Asked>(nobodyAsked)
  const words = problem && wordsOf(problem, messages)

  useIsomorphicLayoutEffect(() => input.current?.setCustomValidity(words ?? ''), [input, words])

  // What is over was said; the same once more is something else.
  if (asked.kind && asked.kind !== problem?.kind) setAsked(({ attempts }) => ({ kind: null, attempts }))
  const isShown = problem && (asked.kind === problem.kind || !isQuiet(problem))
  return {
    message: isShown ? words : null,
    attempts: asked.attempts,
    calm: () => setAsked(nobodyAsked),
    onInvalid(event) {
      const { currentTarget } = event
      // Without it the browser shows its own bubble, and moves the focus.
      event.preventDefault()
      setAsked(({ attempts }) => ({ kind: problem?.kind ?? null, attempts: attempts + 1 }))
      if (firstInvalid(currentTarget) === currentTarget) currentTarget.focus()
    },
  }
}

interface Asked {
  /** What somebody was held back for who wanted to hand the form in. */
  readonly kind: FieldProblem['kind'] | null
  readonly attempts: number
}

const nobodyAsked: Asked = { kind: null, attempts: 0 }

/** It is no mistake yet. */
function isQuiet({ kind }: FieldProblem): boolean {
  return kind === 'required' || kind === 'uploading'
}

function wordsOf(problem: FieldProblem, { field }: Messages): string {
  return problem.kind === 'required' ? field.missing : field.problems[problem.kind](problem.count)
}

/** The one that the browser would go to. */
function firstInvalid(input: HTMLInputElement): Element | undefined {
  const all: Iterable<Element> = input.form?.elements ?? [input]
  // Fieldsets and outputs are never held back.
  return [...all].find((element) => 'validity' in element && element.matches(':invalid:not(fieldset)'))
}
