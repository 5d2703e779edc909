'use client'
import { forwardRef, useState } from 'react'
import { useMessages } from '../../hooks/files-provider.js'
import type { IntakeHandle } from '../../hooks/use-file-upload.js'
import type { PartProps } from '../render-part.js'
import { renderPart } from '../render-part.js'

/** Props of `IntakeReportLiveRegion`. */
export interface IntakeReportLiveRegionProps extends PartProps<'div'> {
  readonly intake: IntakeHandle
}

/**
 * Says once to screen readers how many files did not come in. Stands outside of the report, since only a region that was
 * there before is heard. Renders a `<div>`.
 */
export const IntakeReportLiveRegion = forwardRef<HTMLDivElement, IntakeReportLiveRegionProps>(
  function IntakeReportLiveRegion({ intake, ...props }, ref) {
    const { saidRefused } = useMessages()
    const { news } = intake
    // It was said where it was shown before.
    const [old] = useState(news)
    return renderPart('div', props, {
      name: 'hidden',
      ref,
      defaults: {
        role: 'alert',
        // The same words once more are heard only if they come as a new element.
        children: news && news !== old && <span key={news.round}>{saidRefused(news.refused)}</span>,
      },
    })
  },
)
