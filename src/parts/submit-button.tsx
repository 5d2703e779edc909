'use client'
import type { MouseEvent, ReactNode } from 'react'
import { forwardRef } from 'react'
import { useMessages } from '../hooks/files-provider.js'
import { useUploadsLeft } from '../hooks/use-uploads-left.js'
import { percentAndTimeLeft, timeLeftInWords } from '../locales/rate-in-words.js'
import { Icon } from './icon.js'
import type { PartProps } from './render-part.js'
import { renderPart } from './render-part.js'

/** What a `SubmitButton` tells by its `data-*` attributes. */
export interface SubmitButtonState {
  /** Uploads are under way: it fills up. @selector [data-waiting] */
  readonly waiting: boolean
  /** The form is on its way. @selector [data-pending] */
  readonly pending: boolean
}

/** Props of `SubmitButton`. */
export interface SubmitButtonProps extends PartProps<'button', SubmitButtonState> {
  /** The fields it waits for, by their scope: that is their `name`, where nothing else was said. */
  readonly scopes: readonly string[]
  /** The form is on its way: `state.status === 'submitting'`. @default false */
  readonly pending?: boolean | undefined
  /** What it says while it waits for uploads. @default its children, else "Continue after the upload" */
  readonly whileUploading?: ReactNode
}

/**
 * Goes on in a form, or hands it in. While uploads are under way it fills up, and a click has the fields say why it waits.
 * Renders a `<button>`.
 *
 * @example
 * <SubmitButton scopes={['meter-photo']} pending={state.status === 'submitting'}>Send</SubmitButton>
 */
export const SubmitButton = forwardRef<HTMLButtonElement, SubmitButtonProps>(function SubmitButton(
  { scopes, pending = false, whileUploading, children, ...props },
  ref,
) {
  const left = useUploadsLeft(scopes)
  const messages = useMessages()
  const { submit } = messages
  const isWaiting = left !== null && !pending
  const said = children ?? (isWaiting ? submit.nextAfterUpload : submit.next)

  return renderPart<SubmitButtonState>('button', props, {
    name: 'button',
    state: { waiting: isWaiting, pending },
    ref,
    defaults: {
      type: 'submit',
      'data-variant': 'primary',
      // Not `disabled`, which would drop the focus, and could not say why.
      'aria-disabled': isWaiting || pending || undefined,
      onClick(event: MouseEvent<HTMLButtonElement>) {
        // Also in a form that does not validate by itself.
        const isHeldBack = isWaiting && event.currentTarget.form?.reportValidity() === false
        if (pending || isHeldBack) event.preventDefault()
      },
      children: (
        <>
          {isWaiting && (
            <progress
              className="ef-progress"
              max={100}
              value={left.percent}
              aria-label={submit.progress}
              aria-valuetext={percentAndTimeLeft(
                left.percent,
                timeLeftInWords(left.rate, messages, 'spoken'),
                messages,
              )}
            />
          )}
          {pending && <Icon name="spinner" size="sm" spin />}
          {pending ? submit.submitting : isWaiting ? (whileUploading ?? said) : said}
        </>
      ),
    },
  })
})
