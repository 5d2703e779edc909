'use client'
import { forwardRef } from 'react'
import { useMessages } from '../../hooks/files-provider.js'
import { useUploadSummary } from '../../hooks/use-upload-summary.js'
import type { PartProps } from '../render-part.js'
import { renderPart } from '../render-part.js'
import { useSummaryScope, useSummaryUploads } from './summary-context.js'

/** Props of `UploadSummaryCancelAllButton`. */
export type UploadSummaryCancelAllButtonProps = PartProps<'button'>

/** Stops all uploads that can still be stopped. Renders a `<button>`, or nothing once none goes on. */
export const UploadSummaryCancelAllButton = forwardRef<HTMLButtonElement, UploadSummaryCancelAllButtonProps>(
  function UploadSummaryCancelAllButton(props, ref) {
    const isLive = useUploadSummary(useSummaryScope('CancelAllButton'), ({ live }) => live > 0)
    const uploads = useSummaryUploads('CancelAllButton')
    const { cancelAll } = useMessages()
    if (!isLive) return null
    return renderPart('button', props, {
      name: 'button',
      ref,
      defaults: {
        type: 'button',
        onClick: () => uploads().forEach((upload) => upload.cancel()),
        children: cancelAll,
      },
    })
  },
)
