'use client'
import { forwardRef } from 'react'
import { alarming, summingUp } from './announcements.js'
import type { PartProps } from './render-part.js'
import { renderPart } from './render-part.js'
import { useSpoken } from './use-spoken.js'

/** Props of `LiveRegion`. */
export interface LiveRegionProps extends PartProps<'div'> {
  /** Whose uploads it speaks of. */
  readonly scope: string
  /**
   * `polite` sums up what happens; `assertive` says once when something fails. Render one of each.
   * @default 'polite'
   */
  readonly politeness?: 'polite' | 'assertive' | undefined
}

/**
 * Says to screen readers what the page shows, in summaries. Renders a `<div>`.
 *
 * @example
 * <LiveRegion scope={scope} />
 * <LiveRegion scope={scope} politeness="assertive" />
 */
export const LiveRegion = forwardRef<HTMLDivElement, LiveRegionProps>(function LiveRegion(
  { scope, politeness = 'polite', ...props },
  ref,
) {
  const isPolite = politeness === 'polite'
  const { text, count } = useSpoken(scope, isPolite ? summingUp : alarming)
  return renderPart('div', props, {
    name: 'hidden',
    ref,
    defaults: {
      role: isPolite ? 'status' : 'alert',
      'aria-live': politeness,
      // The same words once more are heard only if they come as a new element.
      children: text && <span key={count}>{text}</span>,
    },
  })
})
