'use client'
import type { ReactNode } from 'react'
import { restate, toFileError } from '../../api/errors.js'
import { useMessages } from '../../hooks/files-provider.js'
import { describeError } from '../../locales/describe-error.js'
import type { FileKind } from '../../parts/file-kind.js'
import { Icon } from '../../parts/icon.js'

interface StageWordsProps {
  readonly kind: FileKind
  /** Why the file itself is not shown. */
  readonly words: string
  /** What can be done instead. */
  readonly children: ReactNode
}

/** In the place of a file that cannot be shown. */
export function StageWords({ kind, words, children }: StageWordsProps) {
  return (
    <div className="ef-stage-words" data-kind={kind}>
      <span className="ef-thumb">
        <Icon name={kind} />
      </span>
      <p>
        <bdi>{words}</bdi>
      </p>
      {children}
    </div>
  )
}

interface StageProblemProps {
  readonly error: Error
  readonly onRetry: () => void
}

/** Why a file is not there, and what can be done. */
export function StageProblem({ error, onRetry }: StageProblemProps) {
  const messages = useMessages()
  // Its link is that of a download, which nobody has asked for.
  const problem = restate(toFileError(error, 'preview'), { step: 'preview' })
  return (
    <div className="ef-stage-words">
      <p role="alert" data-tone="error">
        <Icon name="alert" size="sm" />
        <bdi>{describeError(problem, messages).what}</bdi>
      </p>
      <button type="button" className="ef-button" onClick={onRetry}>
        <Icon name="retry" size="sm" />
        {messages.tryAgain}
      </button>
    </div>
  )
}

/** While it is on its way; only what takes longer is worth it. */
export function StageWaiting() {
  return (
    <p className="ef-stage-waiting">
      <Icon name="spinner" spin />
      <span className="ef-hidden">{useMessages().loading}</span>
    </p>
  )
}
