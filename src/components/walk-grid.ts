import type { KeyboardEvent } from 'react'
import type { RowSelection } from '../hooks/use-selection.js'
import { focusRow } from '../parts/file-list/focus-row.js'

interface Chosen {
  /** The keys of all cards; not all may be in the page. */
  readonly keys: readonly string[]
  readonly selection: RowSelection
}

/**
 * In a grid the arrow keys follow what one sees: a row up or down, a card before or behind in the direction one reads.
 * With Shift they choose all on the way, where cards can be chosen. Everything else is the list's own.
 */
export function walkGrid(event: KeyboardEvent<HTMLElement>, chosen?: Chosen): void {
  const { key, altKey, ctrlKey, metaKey, currentTarget: list } = event
  const cards = [...list.children] as HTMLElement[] // they are <li>
  const at = cards.findIndex((card) => card.contains(event.target as Node)) // as all that gets keys in a page
  if (at < 0 || altKey || ctrlKey || metaKey) return
  const to = nextCard(key, at, list)
  if (to === undefined) return
  event.preventDefault()
  const [fromKey, toKey] = [keyOf(cards[at]), keyOf(cards[to])]
  if (chosen && event.shiftKey && fromKey !== undefined && toKey !== undefined) {
    const { selection } = chosen
    // The range begins at the card one comes from.
    if (selection.state.getState().anchor === null) selection.toggle(fromKey)
    selection.extendTo(toKey)
  }
  const card = cards[to]
  // By focus alone: the list follows where the focus goes.
  if (card) focusRow(card)

  function keyOf(card: HTMLElement | undefined): string | undefined {
    return chosen?.keys[Number(card?.dataset['index'])]
  }
}

function nextCard(key: string, at: number, list: HTMLElement): number | undefined {
  const { direction, gridTemplateColumns } = getComputedStyle(list)
  const columns = gridTemplateColumns.split(' ').length
  const last = list.children.length - 1
  const forward = direction === 'rtl' ? 'ArrowLeft' : 'ArrowRight'
  switch (key) {
    case 'ArrowLeft':
    case 'ArrowRight':
      return Math.max(0, Math.min(last, at + (key === forward ? 1 : -1)))
    case 'ArrowDown': {
      // The last row may be shorter; nobody is stuck above its gap.
      const isInLastRow = Math.floor(at / columns) === Math.floor(last / columns)
      return isInLastRow ? at : Math.min(last, at + columns)
    }
    case 'ArrowUp':
      return at < columns ? at : at - columns
    default:
      return undefined
  }
}
