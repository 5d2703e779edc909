'use client'
import { forwardRef } from 'react'
import { useMessages } from '../../hooks/files-provider.js'
import { useUploadSummary } from '../../hooks/use-upload-summary.js'
import { percentAndTimeLeft, timeLeftInWords } from '../../locales/rate-in-words.js'
import type { UploadSummary } from '../../uploads/upload-summary.js'
import type { PartProps } from '../render-part.js'
import { renderPart } from '../render-part.js'
import { useSummaryScope } from './summary-context.js'
import { useScopeRate } from './use-scope-rate.js'

/** Props of `UploadSummaryProgress`. */
export type UploadSummaryProgressProps = PartProps<'progress'>

/** How far all uploads are together. Renders a `<progress>`, or nothing once none goes on. */
export const UploadSummaryProgress = forwardRef<HTMLProgressElement, UploadSummaryProgressProps>(
  function UploadSummaryProgress(props, ref) {
    const percent = useUploadSummary(useSummaryScope('Progress'), percentOf)
    const messages = useMessages()
    const left = useScopeRate('Progress', (rate) => timeLeftInWords(rate, messages, 'spoken'))
    if (percent === null) return null
    return renderPart('progress', props, {
      name: 'progress',
      ref,
      defaults: {
        'aria-label': messages.allUploads,
        'aria-valuetext': percentAndTimeLeft(percent, left, messages),
        max: 100,
        value: percent,
      },
    })
  },
)

/** Never 100: all sent is not yet all done. */
function percentOf({ live, sentBytes, totalBytes }: UploadSummary): number | null {
  if (live === 0) return null
  return totalBytes === 0 ? 0 : Math.min(99, Math.floor((sentBytes / totalBytes) * 1000) / 10)
}
