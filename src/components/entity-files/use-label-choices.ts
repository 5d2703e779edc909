'use client'
import { useEffect, useMemo, useState } from 'react'
import type { RelatedFile } from '../../api/types.js'
import { useMessages } from '../../hooks/files-provider.js'
import { useLatest } from '../../hooks/use-latest.js'
import type { LabelChoice, LabelChoices } from './label-choices.js'
import { choiceOf, countLabels } from './label-choices.js'
import type { LabelSuggestion } from './suggest-labels.js'
import { labelsIn, suggestLabels } from './suggest-labels.js'

interface LabelChoicesOptions {
  readonly files: readonly RelatedFile[]
  /** Labels that other files have here. */
  readonly known: readonly string[]
  /** Told of what somebody has chosen and what is not so yet, if there is any. */
  readonly onSave: (files: readonly RelatedFile[], choices: LabelChoices) => void
}

/** A label that some of the files have, or all of them. */
export interface ChosenLabel {
  readonly label: string
  /** How many have it. */
  readonly count: number
}

/** Which labels files have: those that they have, and what somebody changes. What was typed last counts, too. */
export function useLabelChoices({ files, known, onSave }: LabelChoicesOptions) {
  const { collection: words, locale } = useMessages()
  const [changed, setChanged] = useState<LabelChoices>(new Map())
  const [typed, setTyped] = useState('')
  const [said, setSaid] = useState('')
  // Labels that others give meanwhile show, too.
  const counts = useMemo(() => countLabels(files, known), [files, known])
  const all = useMemo(() => [...new Set([...counts.keys(), ...changed.keys()])], [counts, changed])
  const countOf = (label: string) => {
    const choice = changed.get(label)
    return choice === undefined ? (counts.get(label) ?? 0) : choice === 'all' ? files.length : 0
  }
  const isOld = (label: string) => (counts.get(label) ?? 0) > 0
  // What the files have stands where it stood, what is added behind it.
  const inOrder = [...all.filter(isOld), ...[...changed.keys()].filter((label) => !isOld(label))]
  const offered = [...counts.keys()].filter((label) => countOf(label) === 0)
  const byName = new Intl.Collator(locale, { numeric: true })

  const latest = useLatest(() => {
    const typedToo = labelsIn(typed, all).map((label) => [label, 'all'] as const)
    const chosen = [...changed, ...typedToo]
    const news = chosen.filter(([label, choice]) => choice !== choiceOf(counts.get(label) ?? 0, files.length))
    if (news.length > 0) onSave(files, new Map(news))
  })
  // However it is closed, and even if the page goes: what was chosen counts.
  useEffect(() => () => latest.current(), [latest])

  function choose(labels: readonly string[], choice: LabelChoice): void {
    if (labels.length === 0) return
    setChanged((last) => {
      const others = [...last].filter(([label]) => !labels.includes(label))
      return new Map([...others, ...labels.map((label) => [label, choice] as const)])
    })
    setSaid((choice === 'all' ? words.labelAdded : words.labelRemoved)(labels.join(', ')))
  }
  return {
    /** How many files it is about. */
    total: files.length,
    chosen: inOrder
      .map((label): ChosenLabel => ({ label, count: countOf(label) }))
      .filter(({ count }) => count > 0),
    suggestions: suggestLabels(typed, { offered: offered.toSorted(byName.compare), all }),
    typed,
    setTyped,
    /** What was done last, in words. */
    said,
    take: ({ label }: LabelSuggestion) => {
      setTyped('')
      choose([label], 'all')
    },
    /** Takes each name in the text, but for the last, which may go on. */
    addTyped(text: string, rest = '') {
      setTyped(rest)
      choose(labelsIn(text, all), 'all')
    },
    /** Gives it to all that have it not yet; where none is left, it goes from all. */
    toggle: ({ label, count }: ChosenLabel) => choose([label], count < files.length ? 'all' : 'none'),
    remove: ({ label }: ChosenLabel) => choose([label], 'none'),
  }
}
