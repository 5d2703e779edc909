'use client'
import { forwardRef } from 'react'
import { useMessages } from '../../hooks/files-provider.js'
import { useUploadSummary } from '../../hooks/use-upload-summary.js'
import { Icon } from '../icon.js'
import type { PartProps } from '../render-part.js'
import { renderPart } from '../render-part.js'
import { useSummaryScope, useSummaryUploads } from './summary-context.js'

export type UploadSummaryRetryFailedButtonProps = PartProps<'button'>

/** Tries those again that failed. Renders a `<button>`, or nothing while others go on or where none failed. */
export const UploadSummaryRetryFailedButton = forwardRef<
  HTMLButtonElement,
  UploadSummaryRetryFailedButtonProps
>(function UploadSummaryRetryFailedButton(props, ref) {
  const failed = useUploadSummary(useSummaryScope('RetryFailedButton'), ({ live, failed }) =>
    live > 0 ? 0 : failed,
  )
  const uploads = useSummaryUploads('RetryFailedButton')
  const { tryFailedAgain } = useMessages()
  if (failed === 0) return null
  return renderPart('button', props, {
    name: 'button',
    ref,
    defaults: {
      type: 'button',
      onClick() {
        for (const upload of uploads()) if (upload.state.getState().status === 'failed') upload.retry()
      },
      children: (
        <>
          <Icon name="retry" size="sm" />
          {tryFailedAgain(failed)}
        </>
      ),
    },
  })
})
