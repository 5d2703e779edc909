'use client'
import { forwardRef } from 'react'
import { useMessages } from '../../hooks/files-provider.js'
import { useUploadSummary } from '../../hooks/use-upload-summary.js'
import type { Messages } from '../../locales/messages.js'
import type { UploadSummary } from '../../uploads/upload-summary.js'
import type { PartProps } from '../render-part.js'
import { renderPart } from '../render-part.js'
import { phaseOf } from './phase.js'
import { useSummaryScope } from './summary-context.js'

/** Props of `UploadSummaryTitle`. */
export type UploadSummaryTitleProps = PartProps<'p'>

/** "Uploading 12 of 40 files", "37 uploaded, 3 need attention", "40 files uploaded". Renders a `<p>`. */
export const UploadSummaryTitle = forwardRef<HTMLParagraphElement, UploadSummaryTitleProps>(
  function UploadSummaryTitle(props, ref) {
    const messages = useMessages()
    const words = useUploadSummary(useSummaryScope('Title'), (summary) => titleOf(summary, messages))
    return renderPart('p', props, { name: 'heading', ref, defaults: { children: <bdi>{words}</bdi> } })
  },
)

function titleOf(summary: UploadSummary, messages: Messages): string {
  const { done, failed, total, paused } = summary
  switch (phaseOf(summary)) {
    case 'failed':
      return messages.needAttention(done, failed)
    case 'done':
    case 'empty':
      return messages.filesUploaded(done)
    case 'paused':
      return messages.pausedFiles(paused)
    case 'live':
      return messages.uploadingFiles(done, total)
  }
}
