import { fold } from '../../parts/find-in-name.js'

/** A label that is offered: one that is there, or one that would be new. */
export interface LabelSuggestion {
  readonly label: string
  readonly isNew: boolean
}

/**
 * Those of the `offered` labels that have the text in them, the closest first; and a new one of that name, if none of
 * `all` labels is called so.
 */
export function suggestLabels(
  text: string,
  { offered, all }: { readonly offered: readonly string[]; readonly all: readonly string[] },
): readonly LabelSuggestion[] {
  const needle = fold(text.trim())
  const found = offered
    .map((label) => ({ label, at: fold(label).indexOf(needle) }))
    .filter(({ at }) => at >= 0)
    .toSorted((a, b) => (needle === '' ? 0 : a.at - b.at || a.label.length - b.label.length))
    .slice(0, most)
    .map(({ label }) => ({ label, isNew: false }))
  const label = text.trim()
  // Several, as a phone may compose them, are taken apart.
  const isNew = needle !== '' && !label.includes(',') && labelCalled(label, all) === undefined
  return isNew ? [...found, { label, isNew }] : found
}

/** The labels that a text stands for: those that are there already, whatever their case and accents, and new ones. */
export function labelsIn(text: string, all: readonly string[]): readonly string[] {
  const names = text.split(',').map((name) => name.trim())
  return names.filter((name) => name !== '').map((name) => labelCalled(name, all) ?? name)
}

function labelCalled(name: string, all: readonly string[]): string | undefined {
  return all.find((label) => label === name) ?? all.find((label) => fold(label) === fold(name))
}

// The others are found by typing.
const most = 100
