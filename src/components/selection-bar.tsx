'use client'
import { useEffect, useRef } from 'react'
import { useFileClient, useMessages } from '../hooks/files-provider.js'
import { useMatchingUploads } from '../hooks/use-matching-uploads.js'
import type { RowSelection } from '../hooks/use-selection.js'
import { Icon } from '../parts/icon.js'
import type { FocusFallback } from '../parts/use-keep-focus.js'
import { useKeepFocus } from '../parts/use-keep-focus.js'
import type { UploadState } from '../transfer/upload-state.js'
import { canCancel, isLive, mayRetry } from '../transfer/upload-state.js'
import type { Matching } from '../uploads/matching-uploads.js'
import type { Upload } from '../uploads/upload.js'

interface SelectionBarProps {
  readonly scope: string
  readonly selection: RowSelection
  readonly selected: readonly Upload[]
  readonly isAll: boolean
  readonly focusFallback: FocusFallback
}

/** What can be done to the rows that are chosen; only what makes sense to one of them at least. */
export function SelectionBar({ scope, selection, selected, isAll, focusFallback }: SelectionBarProps) {
  const client = useFileClient()
  const messages = useMessages()
  const bar = useRef<HTMLDivElement>(null)
  useKeepFocus(bar, { fallback: focusFallback })
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent) {
      if (event.key !== 'Escape') return
      // A dialog around stays open.
      event.stopPropagation()
      selection.clear()
    }
    const element = bar.current
    element?.addEventListener('keydown', onKeyDown)
    return () => element?.removeEventListener('keydown', onKeyDown)
  }, [selection])
  const cancelable = useMatchingUploads(scope, canCancel)
  const again = useMatchingUploads(scope, mayRetry)
  const over = useMatchingUploads(scope, isOver)
  const those = (matching: Matching) => selected.filter(matching.has)
  const actions = [
    {
      words: messages.tryAgain,
      uploads: those(again),
      act: (uploads: readonly Upload[]) => uploads.forEach((upload) => upload.retry()),
    },
    {
      words: messages.cancel,
      uploads: those(cancelable),
      act: (uploads: readonly Upload[]) => uploads.forEach((upload) => upload.cancel()),
    },
    {
      words: messages.remove,
      uploads: those(over),
      act: (uploads: readonly Upload[]) => client.uploads.remove(uploads),
    },
  ].filter(({ uploads }) => uploads.length > 0)

  return (
    <div ref={bar} {...group} className="ef-bar" data-tone="accent" aria-label={messages.selectedRows}>
      <AllCheckbox isAll={isAll} selection={selection} />
      <output className="ef-heading ef-grow">
        <bdi>{messages.selected(selected.length)}</bdi>
      </output>
      {actions.map(({ words, uploads, act }) => (
        <button
          key={words}
          type="button"
          className="ef-button"
          aria-label={messages.forFiles(words, uploads.length)}
          onClick={() => {
            act(uploads)
            selection.clear()
          }}
        >
          {words}
        </button>
      ))}
      <button
        type="button"
        className="ef-icon-button"
        title={messages.clearSelection}
        aria-label={messages.clearSelection}
        onClick={() => selection.clear()}
      >
        <Icon name="x" />
      </button>
    </div>
  )
}

// No <fieldset>, which lays out its children in a way of its own.
const group = { role: 'group' }

function AllCheckbox({ isAll, selection }: Pick<SelectionBarProps, 'isAll' | 'selection'>) {
  const { selectAll } = useMessages()
  const box = useRef<HTMLInputElement>(null)
  useEffect(() => {
    if (box.current) box.current.indeterminate = !isAll // there is no attribute for it
  }, [isAll])
  return (
    <input
      ref={box}
      type="checkbox"
      className="ef-check"
      aria-label={selectAll}
      checked={isAll}
      onChange={() => (isAll ? selection.clear() : selection.selectAll())}
    />
  )
}

function isOver(state: UploadState): boolean {
  return !isLive(state)
}
