'use client'
import type { ReactNode, Ref } from 'react'
import { useImperativeHandle, useRef } from 'react'
import type { RelatedFile } from '../../api/types.js'
import { useMessages } from '../../hooks/files-provider.js'
import type { ArchiveState } from '../../hooks/use-download-archive.js'
import { describeError } from '../../locales/describe-error.js'
import { formatBytes } from '../../locales/format-bytes.js'
import type { Messages } from '../../locales/messages.js'
import { Icon } from '../../parts/icon.js'
import type { FocusFallback } from '../../parts/use-keep-focus.js'
import { useKeepFocus } from '../../parts/use-keep-focus.js'
import type { Archive } from './use-archive.js'
import { useArchive } from './use-archive.js'

/** Begins a download of many files. */
export interface ArchiveHandle {
  readonly pack: (files: readonly RelatedFile[]) => void
}

interface ArchiveBarProps {
  /** What the archive is called, without its extension. */
  readonly title: string | undefined
  readonly handle: Ref<ArchiveHandle>
  readonly focusFallback: FocusFallback
  /** Stands above it. */
  readonly above: ReactNode
  /** Stands below it. */
  readonly children: ReactNode
}

/**
 * How far a download of many files is, and how it went, among the bars that stay in view; kept here, so that a list of
 * thousands is none of its business.
 */
export function ArchiveBar({ title, handle, focusFallback, above, children }: ArchiveBarProps) {
  const archive = useArchive(title)
  const { state, pack } = archive
  useImperativeHandle(handle, () => ({ pack }), [pack])
  const messages = useMessages()
  return (
    <>
      <output className="ef-hidden">{state && said(state, messages)}</output>
      <div className="ef-sticky">
        {above}
        {state && <Bar {...{ archive, state, focusFallback }} />}
        {children}
      </div>
    </>
  )
}

/** Not how far it is: numbers would be said again and again. What failed is an alert of its own. */
function said(state: ArchiveState, messages: Messages): string | null {
  if (state.status === 'failed') return null
  const now = state.status === 'packing' ? { ...state, doneFiles: 0, receivedBytes: 0 } : state
  return `${state.name}: ${inWords(now, messages)}`
}

interface BarProps {
  readonly archive: Archive
  readonly state: ArchiveState
  readonly focusFallback: FocusFallback
}

function Bar({ archive, state, focusFallback }: BarProps) {
  const { cancel, dismiss, again } = archive
  const messages = useMessages()
  const bar = useRef<HTMLDivElement>(null)
  useKeepFocus(bar, { fallback: focusFallback })
  const isPacking = state.status === 'packing'
  const hasFailed = state.status === 'failed'
  return (
    <div
      ref={bar}
      {...group}
      className="ef-summary"
      aria-label={state.name}
      data-tone={hasFailed ? 'error' : undefined}
    >
      <Icon name={hasFailed ? 'alert' : 'archive'} />
      <div className="ef-grow">
        <p className="ef-heading">
          <bdi>{state.name}</bdi>
        </p>
        {/* Another element: what turns into an alert is not said everywhere. */}
        <p key={state.status} className="ef-meta" role={hasFailed ? 'alert' : undefined}>
          <bdi>{inWords(state, messages)}</bdi>
        </p>
      </div>
      {hasFailed && (
        <button type="button" className="ef-button" data-variant="ghost" onClick={again}>
          {messages.tryAgain}
        </button>
      )}
      <button
        type="button"
        className="ef-icon-button"
        title={isPacking ? messages.cancel : messages.dismiss}
        aria-label={messages.forFile(isPacking ? messages.cancel : messages.dismiss, state.name)}
        onClick={isPacking ? cancel : dismiss}
      >
        <Icon name="x" />
      </button>
      {isPacking && (
        <progress
          className="ef-progress"
          max={100}
          aria-label={state.name}
          {...progressOf(state, messages)}
        />
      )}
    </div>
  )
}

// No <fieldset>, which lays out its children in a way of its own.
const group = { role: 'group' }

function inWords(state: ArchiveState, messages: Messages): string {
  const { archive, locale } = messages
  switch (state.status) {
    case 'packing': {
      const { doneFiles, totalFiles, receivedBytes, totalBytes } = state
      const files = archive.packing(doneFiles, totalFiles)
      if (receivedBytes === 0 || totalBytes === 0) return files
      return `${files} · ${messages.sentOf(formatBytes(receivedBytes, locale), formatBytes(totalBytes, locale))}`
    }
    case 'done':
      return state.leftOut === 0 ? archive.done : archive.leftOut(state.leftOut, state.packedBy === 'browser')
    case 'failed':
      return describeError(state.error, messages).what
    default:
      return state satisfies never
  }
}

/** Never whole: packed is not yet saved. */
function progressOf(state: Extract<ArchiveState, { status: 'packing' }>, messages: Messages) {
  const { doneFiles, totalFiles, receivedBytes, totalBytes } = state
  const part = Math.max(doneFiles / totalFiles, totalBytes > 0 ? receivedBytes / totalBytes : 0)
  const value = Math.min(99, Math.floor(part * 100))
  return { value, 'aria-valuetext': messages.percentInWords(value) }
}
