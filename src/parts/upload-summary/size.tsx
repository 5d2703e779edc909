'use client'
import { forwardRef } from 'react'
import { useMessages } from '../../hooks/files-provider.js'
import { useUploadSummary } from '../../hooks/use-upload-summary.js'
import { formatSent } from '../../locales/format-bytes.js'
import type { PartProps } from '../render-part.js'
import { renderPart } from '../render-part.js'
import { phaseOf } from './phase.js'
import { useSummaryScope } from './summary-context.js'

/** Props of `UploadSummarySize`. */
export type UploadSummarySizeProps = PartProps<'span'>

/** "34 of 120 MB". Renders a `<span>`, or nothing once all are done. */
export const UploadSummarySize = forwardRef<HTMLSpanElement, UploadSummarySizeProps>(
  function UploadSummarySize(props, ref) {
    const { locale, sentOf } = useMessages()
    const words = useUploadSummary(useSummaryScope('Size'), (summary) => {
      const phase = phaseOf(summary)
      if (phase === 'done' || phase === 'empty') return null
      return sentOf(...formatSent(summary.sentBytes, summary.totalBytes, locale))
    })
    return (
      words && renderPart('span', props, { name: 'size', ref, defaults: { children: <bdi>{words}</bdi> } })
    )
  },
)
