'use client'
import { toFileError } from '../../api/errors.js'
import { useMessages } from '../../hooks/files-provider.js'
import { describeError } from '../../locales/describe-error.js'
import { Icon } from '../../parts/icon.js'
import { isNotOffered } from '../../queries/public-links-query.js'

interface ShareErrorProps {
  readonly error: Error
  /** Without it the button that was pressed is still there. */
  readonly onRetry: (() => void) | undefined
}

/** Why there is no link, or why it still works. */
export function ShareError({ error, onRetry }: ShareErrorProps) {
  const messages = useMessages()
  const { what } = describeError(toFileError(error, 'update'), messages)
  return (
    <>
      <p className="ef-error" role="alert">
        <Icon name="alert" size="sm" />
        <bdi>{isNotOffered(error) ? messages.share.notOffered : what}</bdi>
      </p>
      {onRetry && (
        <span>
          <button type="button" className="ef-button" onClick={onRetry}>
            {messages.tryAgain}
          </button>
        </span>
      )}
    </>
  )
}
