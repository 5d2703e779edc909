'use client'
import { useEffect, useRef } from 'react'
import type { RelatedFile } from '../../api/types.js'
import { useMessages } from '../../hooks/files-provider.js'
import type { RowSelection } from '../../hooks/use-selection.js'
import { formatBytes } from '../../locales/format-bytes.js'
import type { IconName } from '../../parts/icon-paths.js'
import { Icon } from '../../parts/icon.js'
import type { FocusFallback } from '../../parts/use-keep-focus.js'
import { useKeepFocus } from '../../parts/use-keep-focus.js'
import type { Anchor, RowActions } from './row-menu.js'

interface SelectedBarProps {
  readonly selection: RowSelection
  readonly files: readonly RelatedFile[]
  readonly isAll: boolean
  readonly actions: RowActions
  readonly focusFallback: FocusFallback
}

/** What can be done to the files that are chosen. */
export function SelectedBar({ selection, files, isAll, actions, focusFallback }: SelectedBarProps) {
  const messages = useMessages()
  const { collection: words, locale } = messages
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
  const { download, archive, detach, label, remove } = actions
  const bytes = files.reduce((sum, { size_bytes = 0 }) => sum + size_bytes, 0)
  return (
    <div ref={bar} {...group} className="ef-bar" data-tone="accent" aria-label={messages.selectedRows}>
      <AllCheckbox isAll={isAll} selection={selection} />
      <output className="ef-heading ef-grow">
        <bdi>{messages.selected(files.length)}</bdi>{' '}
        {bytes > 0 && <bdi className="ef-count ef-minor">{formatBytes(bytes, locale)}</bdi>}
      </output>
      <BarButton
        icon="download"
        words={files.length > 1 ? messages.archive.download : messages.download}
        files={files}
        act={files.length > 1 ? archive : download}
      />
      {label && <BarButton icon="tag" words={words.labels} files={files} act={label} />}
      {detach && <BarButton icon="x" words={messages.remove} files={files} act={detach} />}
      {remove && <BarButton icon="trash" tone="error" words={words.delete} files={files} act={remove} />}
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

interface BarButtonProps {
  readonly icon: IconName
  readonly words: string
  readonly tone?: 'error'
  readonly files: readonly RelatedFile[]
  readonly act: (files: readonly RelatedFile[], anchor: Anchor) => void
}

function BarButton({ icon, words, tone, files, act }: BarButtonProps) {
  const { forFiles } = useMessages()
  return (
    <button
      type="button"
      className="ef-button"
      data-tone={tone}
      aria-label={forFiles(words, files.length)}
      title={forFiles(words, files.length)}
      onClick={({ currentTarget }) => act(files, { current: currentTarget })}
    >
      <Icon name={icon} size="sm" />
      <span className="ef-minor">{words}</span>
    </button>
  )
}

function AllCheckbox({ isAll, selection }: Pick<SelectedBarProps, 'isAll' | 'selection'>) {
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
