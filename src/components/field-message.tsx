import type { ReactNode } from 'react'
import { Icon } from '../parts/icon.js'

interface FieldMessageProps {
  readonly id: string
  readonly message: ReactNode
  /** It only takes time. */
  readonly isWaiting: boolean
  /** How often the form was held back. */
  readonly attempts: number
}

/** What a form field has to say, to the eye and, each time the form is held back, aloud. */
export function FieldMessage({ id, message, isWaiting, attempts }: FieldMessageProps) {
  return (
    <>
      {message && (
        <p id={id} className="ef-error" data-tone={isWaiting ? 'muted' : undefined}>
          <Icon name={isWaiting ? 'clock' : 'alert'} size="sm" />
          <span>
            <bdi>{message}</bdi>
          </span>
        </p>
      )}
      <div className="ef-hidden" role="alert">
        {/* Also for the same reason once more. */}
        {attempts > 0 && <span key={attempts}>{message}</span>}
      </div>
    </>
  )
}
