'use client'
import { forwardRef } from 'react'
import { useMessages } from '../hooks/files-provider.js'
import { useUploadsLeft } from '../hooks/use-uploads-left.js'
import { formatDuration } from '../locales/format-duration.js'
import type { PartProps } from './render-part.js'
import { renderPart } from './render-part.js'

/** Props of `SubmitReason`. */
export interface SubmitReasonProps extends PartProps<'span'> {
  /** The fields that are waited for, by their scope. */
  readonly scopes: readonly string[]
}

/**
 * For what a form waits: "1 file left, about 4 s". Renders a `<span>`, or nothing where it waits for nothing.
 *
 * @example
 * <SubmitReason id="reason" scopes={scopes} />
 * <SubmitButton aria-describedby="reason" scopes={scopes} />
 */
export const SubmitReason = forwardRef<HTMLSpanElement, SubmitReasonProps>(function SubmitReason(
  { scopes, ...props },
  ref,
) {
  const left = useUploadsLeft(scopes)
  const { submit, locale } = useMessages()
  if (!left) return null
  const time = left.rate && formatDuration(left.rate.secondsLeft, locale)
  return renderPart('span', props, {
    name: 'help',
    ref,
    defaults: { children: <bdi>{submit.filesLeft(left.count, time)}</bdi> },
  })
})
