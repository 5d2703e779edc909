'use client'
import { useRef } from 'react'
import type { FileError } from '../api/errors.js'
import { toFileError } from '../api/errors.js'
import type { FileEntity } from '../api/types.js'
import { useMessages } from '../hooks/files-provider.js'
import { describeError } from '../locales/describe-error.js'
import type { Messages } from '../locales/messages.js'
import { displayName } from '../parts/display-name.js'
import { Icon } from '../parts/icon.js'
import type { FocusFallback } from '../parts/use-keep-focus.js'
import { useKeepFocus } from '../parts/use-keep-focus.js'
import type { Deed } from './deed.js'
import { isBad } from './deed.js'

interface DeedToastProps {
  readonly deed: Deed
  /** The way back, where there is one. */
  readonly undo: (() => void) | null
  /** Why the way back failed. */
  readonly undoError: Error | null
  /** For which files it failed. */
  readonly undoProblems: ReadonlyMap<string, FileError>
  readonly onDismiss: () => void
  readonly focusFallback: FocusFallback
}

/** What was done last, and its undo. */
export function DeedToast({ deed, undo, undoError, ...rest }: DeedToastProps) {
  const { undoProblems, onDismiss, focusFallback } = rest
  const messages = useMessages()
  const toast = useRef<HTMLDivElement>(null)
  useKeepFocus(toast, { fallback: focusFallback })
  return (
    <div ref={toast} className="ef-toast" role={undoError || isBad(deed) ? 'alert' : undefined}>
      <bdi>
        {undoError ? undoFailed(deed, undoError, undoProblems.size, messages) : deedInWords(deed, messages)}
      </bdi>
      <span className="ef-toast-actions">
        {undo && (
          <button type="button" className="ef-button" data-variant="ghost" onClick={undo}>
            <Icon name="undo" size="sm" mirror />
            {undoError ? messages.tryAgain : messages.undo}
          </button>
        )}
        <button
          type="button"
          className="ef-icon-button"
          title={messages.dismiss}
          aria-label={messages.dismiss}
          onClick={onDismiss}
        >
          <Icon name="x" />
        </button>
      </span>
    </div>
  )
}

/** What was done, in words. */
export function deedInWords(deed: Deed, messages: Messages): string {
  const { collection: words } = messages
  const { files } = deed
  const name = onlyName(files)
  switch (deed.kind) {
    case 'detached':
      return words.detached(files.length, name)
    case 'attached':
      return words.attached(files.length, name)
    case 'deleted':
      return words.deleted(files.length, name)
    case 'relabeled':
      return words.relabeled(files.length, name)
    case 'renamed':
      return words.renamed(name ?? '')
    case 'relabel-waits':
      return words.relabelWaits(files.length)
    case 'detach-waits':
      return words.detachWaits(files.length)
    case 'attach-waits':
      return words.attachWaits(files.length)
    case 'replaced':
      return messages.adding.replaced(name ?? '', deed.old.length, onlyName(deed.old))
    case 'still-attached':
    case 'not-taken-off': {
      const what = messages.adding.notTakenOff(name ?? '', deed.old.length, onlyName(deed.old))
      return `${what}. ${messages.errors[deed.error.code].what}`
    }
    case 'partly-attached':
      return `${words.attachedOf(files.length, deed.total)}. ${messages.errors[deed.error.code].what}`
    case 'not-attached':
      return `${words.notAttached}. ${messages.errors[deed.error.code].what}`
    default:
      return deed satisfies never
  }
}

/** What a sentence about files calls them: the only one by its name. */
export function onlyName(files: readonly FileEntity[]): string | undefined {
  return files.length === 1 && files[0] ? displayName(files[0].filename) : undefined
}

/** What was taken off is attached again, and the other way round. */
function undoFailed({ kind, files }: Deed, cause: Error, failed: number, messages: Messages): string {
  const { collection: words, errors } = messages
  const error = toFileError(cause, kind === 'attached' ? 'detach' : 'attach')
  if (error.step === 'detach' || error.step === 'update') return describeError(error, messages).what
  const isPartly = kind === 'detached' && failed > 0 && failed < files.length
  const what = isPartly ? words.attachedOf(files.length - failed, files.length) : words.notAttached
  return `${what}. ${errors[error.code].what}`
}
